# shellcheck shell=bash
# What is missing on the machine, and how to get it.

postgres_advice() { printf 'Install it with: apt-get install postgresql'; }
rabbitmq_advice() { printf 'Install it with: apt-get install rabbitmq-server, or run without it: ./oversight up --embedded'; }

servers_install() { :; }
