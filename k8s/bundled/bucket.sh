#!/bin/sh
# Creates the bucket, and a user who may read and write in it and nothing else. May be run again.
# Needs S3_ENDPOINT, BUCKET, MINIO_ROOT_USER, MINIO_ROOT_PASSWORD, S3_ACCESS_KEY, S3_SECRET_KEY.
set -eu
export MC_CONFIG_DIR=/tmp/mc
mc alias set minio "$S3_ENDPOINT" "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD" >/dev/null
mc mb --ignore-existing "minio/$BUCKET"
cat >/tmp/policy.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      "Resource": ["arn:aws:s3:::$BUCKET"]
    },
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"
      ],
      "Resource": ["arn:aws:s3:::$BUCKET/*"]
    }
  ]
}
EOF
mc admin policy create minio sluice-writer /tmp/policy.json
mc admin user add minio "$S3_ACCESS_KEY" "$S3_SECRET_KEY"
# Attaching what is attached is refused.
if ! mc admin policy attach minio sluice-writer --user "$S3_ACCESS_KEY"; then
  case "$(mc admin user info minio "$S3_ACCESS_KEY")" in
    *sluice-writer*) ;;
    *) exit 1 ;;
  esac
fi
