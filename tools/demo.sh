#!/bin/sh
# What the program does, in a minute. `./dev demo` builds it first.
set -eu
cd -- "$(dirname -- "$0")/.."
build/release/siqingdan --version
