#!/usr/bin/env bash
# Run by the PostgreSQL image at its first start: a database and a role for each service, which may enter no other.
set -euo pipefail

make_database() { # name password
  psql -v ON_ERROR_STOP=1 -v name="$1" -v password="$2" -U "$POSTGRES_USER" -d postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

make_database "${OVERSIGHT_INSTANCE:-oversight}_ingestion" "$OVERSIGHT_INGESTION_PASSWORD"
make_database "${OVERSIGHT_INSTANCE:-oversight}_grading" "$OVERSIGHT_GRADING_PASSWORD"
make_database "${OVERSIGHT_INSTANCE:-oversight}_monitoring" "$OVERSIGHT_MONITORING_PASSWORD"
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -c 'revoke all on database postgres, template1 from public'
