#!/bin/sh
# The main job on real cases: four answers, a question instead of a guess, a record, a reminder that comes due.
# Run by ./dev demo, after the program was built. Everything happens in a folder of its own, which is removed.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/build/release:$PATH"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SIQINGDAN_DB="$folder/decisions.db"

show() {
  printf '\n\033[1m%s\033[0m\n$ %s\n\n' "$1" "$2"
  sh -c "$2"
}

day=2026-11-23
show '一、药房广告漏标批准文号,当天改正: 四个答案,各有条文' \
  "siqingdan check examples/pharmacy-ad-without-approval-number.json --on $day"
show '二、同一件事,不知道改正没有: 不猜,先问' \
  "siqingdan check examples/pharmacy-ad-corrected-or-not-unknown.json --on $day"
show '三、66 元的过期饼干,初次: 全国清单' \
  "siqingdan check examples/expired-crackers-66-yuan-first-time.json --on $day"
show '四、网店用语“全国最好”: 只有草拟条目,标得清清楚楚' \
  "siqingdan check examples/online-shop-says-best-in-china.json --on $day | head -12"
show '五、记录下来' \
  "siqingdan check examples/pharmacy-ad-without-approval-number.json --on $day --record --officer 张三 | tail -1
siqingdan check examples/expired-crackers-66-yuan-first-time.json --on $day --record --officer 李四 | tail -1
siqingdan log list
siqingdan log verify"
show '六、两周以后: 提醒复查' "siqingdan review due --on 2026-12-07"
show '七、复查过了' \
  "siqingdan review done 1 --outcome rectified --officer 张三 --note '现场看过,已经标上'
siqingdan review list --on 2026-12-07"
