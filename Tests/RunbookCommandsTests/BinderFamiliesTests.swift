import RunbookCommands
import RunbookModel
import Testing

/// For each family of programs what is right, what is wrong, and what it does to the system.
@Suite struct BinderFamiliesTests {
  private func bind(_ command: String) throws -> Invocation {
    let script = ShellScript.parse(ShellSource(inline: command, at: 0))
    let words = try #require(script.simpleCommands.first?.words)[...]
    return Binder.bind(words, to: try #require(ProgramLibrary().program(for: words)))
  }

  @Test(arguments: [
    "podman run --rm -it --net host -v /srv:/data:Z docker.io/library/alpine:3.20 sh -c 'ls -la'",
    "podman ps -a --format '{{.Names}}'", "podman system prune --all --volumes -f",
    "podman play kube web.yaml", "podman container rm -f web", "buildah bud -t web:1 .",
    "skopeo copy docker://a/b:1 dir:/tmp/b", "docker compose -f a.yml up -d --build web",
    "docker compose logs -f --tail 50 web", "docker-compose down -v",
    "lvextend -r -L +20G /dev/vg0/home", "lvextend --extents +100%FREE vg0/home",
    "lvs -a -o +devices --units g", "pvcreate /dev/sdb1", "vgextend vg0 /dev/sdb1",
    "vgchange -ay vg0", "lvcreate -s -n snap -L 5G vg0/home", "pvs -o+pv_used --noheadings",
    "lvm pvscan --cache", "pvresize /dev/sdb", "lvremove -y vg0/snap",
    "resize2fs /dev/vg0/home", "xfs_growfs /srv", "wipefs -a /dev/sdc", "e2fsck -fy /dev/sdb1",
    "mkfs.ext4 -L data -m 1 /dev/sdb1", "mkfs.xfs -f -L data /dev/sdb1", "mkfs -t ext4 /dev/sdb1",
    "fsck -y /dev/sdb1", "tune2fs -l /dev/sdb1", "parted -s /dev/sdb mklabel gpt",
    "parted -a optimal /dev/sdb mkpart primary 0% 100%", "sgdisk --zap-all /dev/sdb",
    "sfdisk -d /dev/sda", "fdisk -l /dev/sda", "losetup -d /dev/loop0", "losetup -fP disk.img",
    "cryptsetup luksOpen /dev/sdb1 secret", "partprobe /dev/sdb", "mkswap -L swap /dev/sdb2",
    "npm ci --omit=dev", "npm run build -- --prod", "npm install -g pm2@latest",
    "npx -y serve -s .",
    "yarn install --frozen-lockfile", "yarn start:prod", "pnpm -r build",
    "go build -o app ./cmd/app",
    "go test ./... -run TestX -count=1", "go mod tidy", "cargo build --release --locked",
    "cargo nextest run", "uv pip install -r requirements.txt",
    "uv run --with httpx app.py --port 1",
    "pipx install ansible-core", "poetry add requests", "brew install --cask docker",
    "apk add --no-cache curl", "zypper -n install -y nginx", "zypper lr -u", "zypper dup --dry-run",
    "virsh list --all", "virsh undefine web --remove-all-storage",
    "virsh snapshot-list --domain web",
    "nmcli con show", "nmcli -t -f NAME,UUID connection show --active", "nmcli dev wifi list",
    "nmcli con mod eth0 ipv4.addresses 10.0.0.2/24 ipv4.method manual", "nmcli c up eth0",
    "ipmitool -I lanplus -H bmc -U admin -P x chassis power status", "ipmitool sel elist",
    "ipmitool -H bmc mc reset cold", "firewall-cmd --permanent --zone=public --add-port=443/tcp",
    "firewall-cmd --list-all --zone public", "iptables-save -t nat", "ipset list blocked",
    "conntrack -D -s 10.0.0.1", "chronyc sources -v", "chronyc -a makestep",
    "mtr -rwc 10 example.org",
    "logrotate -df /etc/logrotate.conf", "at now + 5 minutes", "mysqldump -h db -u root -p shop",
    "mysqldump --single-transaction --skip-lock-tables --all-databases",
    "mysqladmin -uroot -p shutdown", "mariabackup --backup --target-dir=/backup --user=root",
    "createdb -O app shop", "dropdb --if-exists shop",
    "pgbackrest --stanza=main backup --type=full",
    "barman backup main --wait", "barman recover --remote-ssh-command 'ssh a' main latest /srv",
    "mongoexport --uri mongodb://a -c users --out u.json", "salt '*' test.ping --timeout 30",
    "salt-call --local state.apply web test=True", "salt-key -L", "knife node list",
    "restic -r /srv snapshots --tag a", "restic forget --keep-daily 7 --prune",
    "usermod -aG docker alice", "userdel -r bob", "passwd -l bob", "chage -l bob",
    "systemd-run --scope -p MemoryMax=1G ./job --fast", "taskset -pc 0-3 1234",
    "setfacl -R -m u:alice:rX /srv", "ldapsearch -x -LLL -H ldap://a -b dc=a '(uid=b)'",
    "ssh-keyscan -H -t ed25519 host", "lspci -nnk", "dmidecode -t memory", "hwclock --systohc",
    "tofu plan -out=p", "k9s -n web", "openvpn --config a.ovpn --auth-user-pass pass.txt",
    "iperf3 -c host -t 30 -P 4", "hdparm -tT /dev/sda", "xz -9e -T0 dump.sql", "zstd -19 -T0 a.tar",
    "halt -p", "localectl set-locale LANG=C.UTF-8", "last -n 20 root", "rmmod nouveau",
  ])
  func isRight(_ command: String) throws {
    #expect(try bind(command).findings.map { text($0.kind) } == [])
  }

  /// Closed schemas are sure, open ones doubt what is one slip away from something that exists.
  @Test(arguments: [
    ("podman contianer ls", "unknown verb contianer", false),
    ("podman run --privilegd alpine", "unknown option --privilegd", false),
    ("skopeo copi docker://a dir:b", "unknown verb copi", true),
    ("lvextend --sise +1G vg0/a", "unknown option --sise", true),
    ("lvs --nohedings", "unknown option --nohedings", true),
    ("vgextend --force-it vg0 /dev/sdb", "unknown option --force-it", true),
    ("resize2fs -Q /dev/sda1", "unknown option -Q", true),
    ("wipefs --al-signatures /dev/sda", "unknown option --al-signatures", true),
    ("xfs_growfs -Z /srv", "unknown option -Z", true),
    ("mkswap --labl swap /dev/sdb2", "unknown option --labl", true),
    ("virsh lst --all", "unknown verb lst", true),
    ("virsh list --inactiv", "unknown option --inactiv", true),
    ("nmcli conection show", "unknown verb conection", true),
    ("ipmitool chasis power on", "unknown verb chasis", true),
    ("restic snapshts", "unknown verb snapshts", true),
    ("barman bakcup main", "unknown verb bakcup", true),
    ("dropdb --if-exist-s shop", "unknown option --if-exist-s", true),
    ("usermod --apend -G docker alice", "unknown option --apend", true),
    ("mtr --reprot host", "unknown option --reprot", true),
    ("logrotate --forec a.conf", "unknown option --forec", true),
    ("salt-key --acept-all", "unknown option --acept-all", true),
    ("npm instlal", "", false), ("zypper instal nginx", "unknown verb instal", false),
    ("docker compose resatrt web", "unknown verb resatrt", false),
    ("cargo biuld --release", "", false), ("cargo buld --release", "unknown verb buld", false),
    ("uv pip instsll x", "unknown verb instsll", false),
    ("firewall-cmd --relaod", "", false), ("firewall-cmd --permanant --reload", "", false),
    ("firewall-cmd --complete-relod", "unknown option --complete-relod", false),
    ("mysqldump --single-transction a", "unknown option --single-transction", false),
    ("apk del --purg x", "", false), ("brew instal jq", "unknown verb instal", false),
  ])
  func isWrong(_ command: String, _ finding: String, _ isCertain: Bool) throws {
    let findings = try bind(command).findings
    if finding.isEmpty {
      #expect(findings.allSatisfy { !$0.isCertain })
    } else {
      #expect(findings.map { text($0.kind) } == [finding])
      #expect(findings.map(\.isCertain) == [isCertain])
    }
  }

  @Test(arguments: [
    ("lvremove -f vg0/a", Effect.destructive), ("lvremove --test vg0/a", .read),
    ("vgremove vg0", .destructive), ("lvreduce -L 5G vg0/a", .destructive), ("lvs", .read),
    ("lvextend -l +100%FREE vg0/a", .write), ("mkfs.ext4 /dev/sdb1", .destructive),
    ("mkfs -t xfs /dev/sdb1", .destructive), ("mkfs.ext4 -n /dev/sdb1", .read),
    ("wipefs -a /dev/sdb", .destructive), ("wipefs -n -a /dev/sdb", .read),
    ("wipefs /dev/sdb", .read),
    ("sgdisk -Z /dev/sdb", .destructive), ("sgdisk -p /dev/sdb", .read),
    ("blkdiscard /dev/sdb", .destructive), ("cryptsetup luksFormat /dev/sdb", .destructive),
    ("cryptsetup status a", .read), ("e2fsck -n /dev/sdb1", .read),
    ("xfs_repair -L /dev/a", .destructive),
    ("npm unpublish x@1", .destructive), ("npm publish --dry-run", .read), ("npm ls", .read),
    ("podman rm -f a", .destructive), ("podman system prune -f", .destructive),
    ("podman volume prune", .destructive), ("podman ps", .read),
    ("podman image rm a", .destructive),
    ("virsh destroy a", .destructive), ("virsh undefine a", .destructive),
    ("virsh dominfo a", .read),
    ("virsh start a", .write), ("zypper rm a", .destructive), ("zypper remove --dry-run a", .read),
    ("apk del a", .destructive), ("apk info", .read), ("brew uninstall a", .destructive),
    ("nmcli con delete a", .destructive), ("nmcli con show", .read), ("nmcli con up a", .write),
    ("ipmitool chassis power off", .destructive), ("ipmitool power status", .read),
    ("ipmitool power cycle", .destructive), ("ipmitool sel clear", .destructive),
    ("crontab -r", .destructive), ("nft flush ruleset", .destructive),
    ("iptables -F", .destructive),
    ("dd if=/dev/zero of=/dev/sdb", .destructive), ("docker compose down -v", .destructive),
    ("docker compose down", .write),
    ("docker compose down --dry-run", .read), ("docker-compose rm -f web", .destructive),
    ("mysqladmin shutdown", .destructive), ("mysqladmin drop shop", .destructive),
    ("mysqladmin status", .read), ("dropdb shop", .destructive), ("userdel -r bob", .destructive),
    ("groupdel staff", .destructive), ("conntrack -F", .destructive),
    ("ipset destroy a", .destructive),
    ("pgbackrest --stanza=a stanza-delete", .destructive), ("pgbackrest info", .read),
    ("barman delete main oldest", .destructive), ("salt-key -D", .destructive),
    ("salt-key -L", .read), ("restic forget a", .destructive), ("restic forget --dry-run a", .read),
    ("mongoimport --drop a.json", .destructive), ("logrotate -d a.conf", .read),
    ("uv cache clean", .destructive), ("skopeo delete docker://a", .destructive),
    ("mariabackup --copy-back", .destructive), ("hdparm --security-erase x /dev/sda", .destructive),
    ("iptables-restore --test rules", .read), ("firewall-cmd --reload", .write),
  ])
  func effects(_ command: String, _ effect: Effect) throws {
    #expect(try bind(command).effect == effect)
  }

  /// What the option is called, and whose it is.
  @Test(arguments: [
    ("sed -i '' 's/a/b/' f", "-i ''", "macOS or BSD"),
    (
      "stat -f %z f", "-f FORMAT",
      "macOS or BSD"
    ),
    ("stat -f '%Sm %N' f", "-f FORMAT", "macOS or BSD"), ("date -v-1d", "-v", "macOS or BSD"),
    ("date -r 1700000000", "-r SECONDS", "macOS or BSD"), ("tail -r f", "-r", "macOS or BSD"),
    ("timeout -t 5 true", "-t", "BusyBox"), ("date -D %s -d 1", "-D", "BusyBox"),
    ("rm -Recurse -WhatIf a", "-Recurse", "PowerShell"), ("ls -Force", "-Force", "PowerShell"),
    ("curl -Uri https://a", "-Uri", "PowerShell"), ("sleep -Seconds 5", "-Seconds", "PowerShell"),
  ])
  func namesTheOtherSystem(_ command: String, _ name: String, _ system: String) throws {
    let finding = try #require(try bind(command).findings.first)
    #expect(finding.kind == .unknownOption(name, known: []))
    #expect(!finding.isCertain)
    let program = String(command.prefix { $0 != " " })
    #expect(ForeignOption.system(of: name, in: program) == system)
  }

  @Test(arguments: [
    "sed -i 's/a/b/' f", "sed -i.bak 's/a/b/' f", "stat -f /srv", "stat -c %s f", "date -r f",
    "sed -n '' f", "rm -rf a", "curl -U me:you https://a",
  ])
  func isOfThisSystem(_ command: String) throws {
    #expect(try bind(command).findings.isEmpty)
  }
}
