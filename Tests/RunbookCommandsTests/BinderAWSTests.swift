import RunbookCommands
import Testing

/// Commands of the AWS CLI held against its schema.
@Suite struct BinderAWSTests {
  static let cases: [(command: String, result: String)] = [
    (
      "aws ssm start-session --target <instance-id>",
      "read ssm start-session interactive --target=<instance-id>"
    ),
    (
      #"aws ssm start-session --target "$INSTANCE_ID" --region eu-west-1"#,
      "read ssm start-session interactive --target=$INSTANCE_ID --region=eu-west-1"
    ),
    ("aws ssm start-session", "read ssm start-session interactive ! missing option --target"),
    (
      #"aws ssm start-session --target i-1 --document-name AWS-StartPortForwardingSession "#
        + #"--parameters '{"portNumber":["22"]}'"#,
      #"read ssm start-session interactive --target=i-1 "#
        + #"--document-name=AWS-StartPortForwardingSession --parameters={"portNumber":["22"]}"#
    ),
    (
      #"aws ssm describe-instance-information --filters "Key=InstanceIds,Values=$INSTANCE_ID""#,
      "read ssm describe-instance-information --filters=Key=InstanceIds,Values=$INSTANCE_ID"
    ),
    (
      "aws ssm describe-instance-information --filter Key=a,Values=b",
      "read ssm describe-instance-information --filter=Key=a,Values=b"
    ),
    (
      "aws ssm terminate-session --session-id <session-id>",
      "destructive ssm terminate-session --session-id=<session-id>"
    ),
    (
      "aws ssm send-command --document-name AWS-RunShellScript --instance-ids i-1 i-2 "
        + "--parameters commands=uptime",
      "write ssm send-command --document-name=AWS-RunShellScript --instance-ids=i-1 "
        + "--instance-ids=i-2 --parameters=commands=uptime"
    ),
    ("aws ssm strat-session --target i-1", "read ssm | i-1 ! unknown verb strat-session"),
    (
      "aws ssm --region eu-west-1 start-session --target i-1",
      "read ssm start-session interactive --region=eu-west-1 --target=i-1"
    ),
    (
      "aws --region <region> --profile prod ssm start-session --target i-1",
      "read ssm start-session interactive --region=<region> --profile=prod --target=i-1"
    ),
    ("aws --region ec2 ec2 describe-instances", "read ec2 describe-instances --region=ec2"),
    ("aws aws ssm start-session", "read | ssm start-session ! unknown verb aws"),
    ("aws sssm", "read ! unknown verb sssm"),
    ("aws", "read ! missing verb"),
    ("aws --version", "read --version"),
    ("aws ssm", "read ssm ! missing verb"),
    ("aws ssm help", "read ssm | help"),
    ("aws ssm start-session help", "read ssm | start-session help"),
    ("aws help", "read help"),
    (
      "aws ec2 describe-instances --instance-ids i-1 i-2 --output text --query "
        + "'Reservations[].Instances[].State.Name'",
      "read ec2 describe-instances --instance-ids=i-1 --instance-ids=i-2 --output=text "
        + "--query=Reservations[].Instances[].State.Name"
    ),
    (
      "aws ec2 describe-instances --filters Name=a,Values=b Name=c,Values=d --region x",
      "read ec2 describe-instances --filters=Name=a,Values=b --filters=Name=c,Values=d --region=x"
    ),
    (
      "aws ec2 describe-instances --filter Name=a,Values=b --no-dry-run --max-items 5",
      "read ec2 describe-instances --filter=Name=a,Values=b --no-dry-run --max-items=5"
    ),
    ("aws ec2 describe-instances --instance-ids", "read ec2 describe-instances --instance-ids"),
    (
      "aws ec2 terminate-instances --instance-ids",
      "destructive ec2 terminate-instances --instance-ids ! missing value of --instance-ids"
    ),
    (
      "aws ec2 terminate-instances --instance-ids i-1",
      "destructive ec2 terminate-instances --instance-ids=i-1"
    ),
    (
      "aws ec2 terminate-instances",
      "destructive ec2 terminate-instances ! missing option --instance-ids"
    ),
    (
      #"aws ec2 terminate-instances "${ARGS[@]}""#,
      "destructive ec2 terminate-instances | ${ARGS[@]}"
    ),
    (
      "aws ec2 terminate-instances --cli-input-json file://x.json",
      "destructive ec2 terminate-instances --cli-input-json=file://x.json"
    ),
    (
      "aws ec2 terminate-instances --generate-cli-skeleton",
      "destructive ec2 terminate-instances --generate-cli-skeleton"
    ),
    (
      "aws ec2 run-instances --image-id ami-1 --count 1 --instance-type t3.micro "
        + "--no-ebs-optimized --associate-public-ip-address",
      "write ec2 run-instances --image-id=ami-1 --count=1 --instance-type=t3.micro "
        + "--no-ebs-optimized --associate-public-ip-address"
    ),
    (
      "aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port -1 "
        + "--cidr 10.0.0.0/8",
      "write ec2 authorize-security-group-ingress --group-id=sg-1 --protocol=tcp "
        + "--port=-1 --cidr=10.0.0.0/8"
    ),
    (
      "aws ec2 create-network-acl-entry --network-acl-id a --ingress --rule-number 100 "
        + "--protocol udp --cidr-block 0.0.0.0/0 --rule-action allow",
      "write ec2 create-network-acl-entry --network-acl-id=a --ingress --rule-number=100 "
        + "--protocol=udp --cidr-block=0.0.0.0/0 --rule-action=allow"
    ),
    (
      "aws ec2 create-network-acl-entry --network-acl-id a --rule-number 100 --protocol "
        + "udp --rule-action allow",
      "write ec2 create-network-acl-entry --network-acl-id=a --rule-number=100 "
        + "--protocol=udp --rule-action=allow ! missing option --ingress"
    ),
    (
      "aws ec2 wait instance-running --instance-ids i-1",
      "read ec2 wait instance-running --instance-ids=i-1"
    ),
    (
      "aws ec2 wait instance-runing --instance-ids i-1",
      "read ec2 wait | i-1 ! unknown verb instance-runing"
    ),
    ("aws ec2 describe-instances --nofoo", "read ec2 describe-instances ! unknown option --nofoo"),
    (
      "aws ec2 describe-instances --max-items five",
      "read ec2 describe-instances --max-items=five ! five is not a whole number"
    ),
    (
      "aws ec2 describe-instances --output xml",
      "read ec2 describe-instances --output=xml ! xml is not one of json, text, table, "
        + "yaml, yaml-stream, off"
    ),
    (
      "aws ec2 describe-instances --region --output text",
      "read ec2 describe-instances --region --output=text ! missing value of --region"
    ),
    (
      "aws eks update-kubeconfig --name prod --alias p",
      "write eks update-kubeconfig --name=prod --alias=p"
    ),
    ("aws eks update-kubeconfig", "write eks update-kubeconfig ! missing option --name"),
    (
      "aws eks create-nodegroup --cluster-name c --nodegroup-name n",
      "write eks create-nodegroup --cluster-name=c --nodegroup-name=n ! missing option "
        + "--subnets ! missing option --node-role"
    ),
    (
      "aws eks create-nodegroup --cluster-name c --nodegroup-name n --subnets a b --node-role arn",
      "write eks create-nodegroup --cluster-name=c --nodegroup-name=n --subnets=a "
        + "--subnets=b --node-role=arn"
    ),
    ("aws eks get-token --cluster-name c", "read eks get-token --cluster-name=c"),
    (
      "aws logs tail /aws/x --follow --since 1h",
      "read logs tail endless --follow --since=1h | /aws/x"
    ),
    ("aws ecr get-login-password --region x", "read ecr get-login-password --region=x"),
    ("aws ecr get-login", "read ecr get-login ! get-login is now get-login-password"),
    ("aws s3 cp a s3://b/c --recursive", "write s3 cp --recursive | a s3://b/c"),
    ("aws s3 sync . s3://b --delete", "destructive s3 sync --delete | . s3://b"),
    ("aws s3 cp a", "write s3 cp | a ! missing operand PATHS2"),
    ("aws s3 rm s3://b --recursive", "destructive s3 rm --recursive | s3://b"),
    ("aws s3 ls", "read s3 ls"),
    ("aws s3 ls s3://a s3://b", "read s3 ls | s3://a s3://b ! surplus operand s3://b"),
    ("aws s3 rb s3://b --force", "destructive s3 rb --force | s3://b"),
    (
      "aws s3api get-object --bucket b --key k out.json",
      "read s3api get-object --bucket=b --key=k | out.json"
    ),
    ("aws iam list-roles", "read iam list-roles"),
    (
      "aws iam create-role --role-name r --assume-role-policy-document file://t.json",
      "write iam create-role --role-name=r --assume-role-policy-document=file://t.json"
    ),
    ("aws sts get-caller-identity --no-cli-pager", "read sts get-caller-identity --no-cli-pager"),
    (
      "aws cloudformation delete-stack--stack-name x",
      "read cloudformation | x ! unknown verb delete-stack--stack-name"
    ),
    (
      "aws cloudformation deploy --template-file t --stack-name s --capabilities "
        + "CAPABILITY_IAM CAPABILITY_NAMED_IAM",
      "write cloudformation deploy --template-file=t --stack-name=s "
        + "--capabilities=CAPABILITY_IAM --capabilities=CAPABILITY_NAMED_IAM"
    ),
    (
      "aws accessanalyzer list-findings --analyzer-name x",
      "read accessanalyzer list-findings | x ! unknown option --analyzer-name"
    ),
    (
      "aws wafv2 update-web-acl --name n --scope REGIONAL --id i --default-action "
        + "Allow={} --lock-token t",
      "write wafv2 update-web-acl --name=n --scope=REGIONAL --id=i "
        + "--default-action=Allow={} --lock-token=t ! missing option --visibility-config"
    ),
    (
      "aws rds restore-db-cluster-to-point-in-time --db-cluster-identifier c --engine aurora",
      "write rds restore-db-cluster-to-point-in-time --db-cluster-identifier=c | aurora "
        + "! unknown option --engine"
    ),
    ("aws <service> describe-x --foo", "read | <service> describe-x --foo"),
    ("aws ec2 <operation> --foo", "read ec2 | <operation>"),
    ("aws configure", "write configure interactive"),
    (
      "aws configure set region eu-west-1 --profile x",
      "write configure set --profile=x | region eu-west-1"
    ),
    ("aws sso login --profile x", "write sso login interactive --profile=x"),
    (
      "aws autoscaling terminate-instance-in-auto-scaling-group --instance-id i-1 "
        + "--no-should-decrement-desired-capacity",
      "destructive autoscaling terminate-instance-in-auto-scaling-group "
        + "--instance-id=i-1 --no-should-decrement-desired-capacity"
    ),
    (
      "aws autoscaling terminate-instance-in-auto-scaling-group --instance-id i-1",
      "destructive autoscaling terminate-instance-in-auto-scaling-group "
        + "--instance-id=i-1 ! missing option --should-decrement-desired-capacity"
    ),
    (
      "aws cloudformation describe-stacks --stack-name $NAME | jq .",
      "read cloudformation describe-stacks --stack-name=$NAME"
    ),
    (
      "aws ec2 create-tags --resources i-1 i-2 --tags Key=a,Value=b Key=c,Value=d",
      "write ec2 create-tags --resources=i-1 --resources=i-2 --tags=Key=a,Value=b "
        + "--tags=Key=c,Value=d"
    ),
    (
      "aws guardduty list-detectors --max-items 10 --page-size=5",
      "read guardduty list-detectors --max-items=10 --page-size=5"
    ),
    (
      "aws lambda invoke --function-name f out.json",
      "write lambda invoke --function-name=f | out.json"
    ),
    (
      "aws secretsmanager put-secret-value --secret-id s --secret-string x",
      "write secretsmanager put-secret-value --secret-id=s --secret-string=x"
    ),
    ("aws secretsmanager create-secret --name s", "write secretsmanager create-secret --name=s"),
    (
      "aws sqs set-queue-attributes --queue-url u --attributes a=b extra",
      "write sqs set-queue-attributes --queue-url=u --attributes=a=b | extra ! surplus "
        + "operand extra"
    ),
  ]

  @Test(arguments: cases) func binds(_ command: String, _ result: String) throws {
    #expect(try bound(command) == result)
  }

  @Test func aServiceOutsideTheTableIsUnknown() throws {
    #expect(try bound("aws textract detect-document-text --document x") == nil)
  }

  @Test func everyServiceIsWellFormed() throws {
    for (service, text) in AWS.synopses {
      let operations = text.split(separator: "\n").filter { !$0.hasPrefix("   ") }
      let names = operations.map { String($0.dropFirst(2).prefix { $0 != " " }) }
      #expect(AWS.program(for: [service]) != nil, "\(service)")
      let program = try #require(AWS.program(for: [service] + names), "\(service)")
      #expect(program.root.verbs[0].verbs.count == names.count, "\(service)")
    }
  }
}
