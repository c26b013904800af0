extension Docker {
  /// `docker stop` and `docker container stop`.
  static let containers = """
    attach CONTAINER {endless} {interactive}
      --detach-keys=KEYS
      --no-stdin
      --sig-proxy
    commit CONTAINER [REPOSITORY] {write}
      -a --author=AUTHOR
      -c --change=CHANGE...
      -m --message=MESSAGE
      -p --pause
    cp SOURCE TARGET {write}
      -a --archive
      -L --follow-link
      -q --quiet {since=26.1}
    create IMAGE [COMMAND:command(elsewhere)...] {write} {leading}
      @container-options
    diff CONTAINER
    exec CONTAINER COMMAND:command(elsewhere)... {leading}
      -d --detach
      --detach-keys=KEYS
      -e --env=ENV...
      --env-file=FILE:path...
      -i --interactive
      --privileged
      -t --tty {interactive}
      -u --user=USER
      -w --workdir=WORKDIR
    export CONTAINER
      -o --output=FORMAT
    kill CONTAINER... {destructive}
      -s --signal=SIGNAL
    logs CONTAINER
      --details
      -f --follow {endless}
      --since=SINCE
      -n --tail=TAIL
      -t --timestamps
      --until=UNTIL
    pause CONTAINER... {write}
    port CONTAINER [PORT]
    rename CONTAINER NAME {write}
    restart CONTAINER... {write}
      -s --signal=SIGNAL {since=26.1}
      --time=TIMEOUT:integer {deprecated=28.5} {use=--timeout}
      -t --timeout=TIMEOUT:integer {since=28.5:--timeout}
    rm|remove CONTAINER... {destructive}
      -f --force
      -l --link
      -v --volumes
    run IMAGE [COMMAND:command(elsewhere)...] {write} {leading}
      @container-options
      -d --detach
      --detach-keys=KEYS
      --sig-proxy
    start CONTAINER... {write}
      -a --attach
      --checkpoint=CHECKPOINT
      --checkpoint-dir=DIR:path
      --detach-keys=KEYS
      -i --interactive
    stats [CONTAINER...] {endless}
      -a --all
      --format=FORMAT
      --no-stream {bounded}
      --no-trunc
    stop CONTAINER... {write}
      -s --signal=SIGNAL {since=26.1}
      --time=TIMEOUT:integer {deprecated=28.5} {use=--timeout}
      -t --timeout=TIMEOUT:integer {since=28.5:--timeout}
    top CONTAINER [PSOPTIONS:tail...] {leading}
    unpause CONTAINER... {write}
    update CONTAINER... {write}
      --blkio-weight=WEIGHT:integer
      --cpu-period=PERIOD:integer
      --cpu-quota=QUOTA:integer
      --cpu-rt-period=PERIOD:integer
      --cpu-rt-runtime=RUNTIME:integer
      -c --cpu-shares=SHARES:integer
      --cpus=CPUS
      --cpuset-cpus=CPUS
      --cpuset-mems=MEMS
      -m --memory=MEMORY
      --memory-reservation=RESERVATION
      --memory-swap=SWAP
      --pids-limit=LIMIT:integer
      --restart=RESTART
      --kernel-memory=MEMORY
    wait CONTAINER...
    """

  /// What `run` and `create` have in common.
  static let containerOptions = """
    --add-host=HOST...
    --annotation=ANNOTATION... {since=26.1}
    -a --attach=ATTACH...
    --blkio-weight=WEIGHT:integer
    --blkio-weight-device=DEVICE...
    --cap-add=ADD...
    --cap-drop=DROP...
    --cgroup-parent=PARENT
    --cgroupns=CGROUPNS
    --cidfile=CIDFILE
    --cpu-count=COUNT:integer
    --cpu-percent=PERCENT:integer
    --cpu-period=PERIOD:integer
    --cpu-quota=QUOTA:integer
    --cpu-rt-period=PERIOD:integer
    --cpu-rt-runtime=RUNTIME:integer
    -c --cpu-shares=SHARES:integer
    --cpus=CPUS
    --cpuset-cpus=CPUS
    --cpuset-mems=MEMS
    --device=DEVICE...
    --device-cgroup-rule=RULE...
    --device-read-bps=BPS...
    --device-read-iops=IOPS...
    --device-write-bps=BPS...
    --device-write-iops=IOPS...
    --disable-content-trust
    --dns=DNS...
    --dns-option=OPTION...
    --dns-search=SEARCH...
    --domainname=DOMAINNAME
    --entrypoint=ENTRYPOINT
    -e --env=ENV...
    --env-file=FILE:path...
    --expose=EXPOSE...
    --gpus=GPUS
    --group-add=ADD...
    --health-cmd=CMD
    --health-interval=INTERVAL:duration
    --health-retries=RETRIES:integer
    --health-start-interval=INTERVAL:duration {since=26.1}
    --health-start-period=PERIOD:duration
    --health-timeout=TIMEOUT:duration
    -h --hostname=HOSTNAME
    --init
    -i --interactive
    --io-maxbandwidth=MAXBANDWIDTH
    --io-maxiops=MAXIOPS:integer
    --ip=IP
    --ip6=IP6
    --ipc=IPC
    --isolation=ISOLATION
    --kernel-memory=MEMORY
    -l --label=LABEL...
    --label-file=FILE:path...
    --link=LINK...
    --link-local-ip=IP...
    --log-driver=DRIVER
    --log-opt=OPT...
    --mac-address=ADDRESS
    -m --memory=MEMORY
    --memory-reservation=RESERVATION
    --memory-swap=SWAP
    --memory-swappiness=SWAPPINESS:integer
    --mount=MOUNT...
    --name=NAME
    --net --network=NETWORK...
    --net-alias --network-alias=ALIAS...
    --no-healthcheck
    --oom-kill-disable
    --oom-score-adj=ADJ:integer
    --pid=PID
    --pids-limit=LIMIT:integer
    --platform=PLATFORM
    --privileged
    -p --publish=PORTS...
    -P --publish-all
    --pull=PULL
    -q --quiet {since=26.1}
    --read-only
    --restart=RESTART
    --rm
    --runtime=RUNTIME
    --security-opt=OPT...
    --shm-size=SIZE
    --stop-signal=SIGNAL
    --stop-timeout=TIMEOUT:integer
    --storage-opt=OPT...
    --sysctl=SYSCTL...
    --tmpfs=TMPFS...
    -t --tty {interactive}
    --ulimit=ULIMIT...
    --use-api-socket {since=28.5}
    -u --user=USER
    --userns=USERNS
    --uts=UTS
    -v --volume=VOLUME...
    --volume-driver=DRIVER
    --volumes-from=FROM...
    -w --workdir=WORKDIR
    """
}
