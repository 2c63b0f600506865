#!/bin/sh
# Verifies a decision log with sqlite3 and sha256sum alone, without the program that wrote it (docs/AUDIT.md).
#
#   tools/verify_log.sh LOG.db
#
# Says what does not fit and where: exit 4. Else prints how many entries there are and the digest of the last, to be
# compared with a checkpoint. It looks at the chain, at what the decisions were made with, and at the columns of
# `decisions`; `siqingdan log verify` also looks at every other table, the triggers and the pages of the file.
set -eu

db=${1:?usage: tools/verify_log.sh LOG.db}
[ -r "$db" ] || { echo "cannot read $db" >&2; exit 3; }
work=$(mktemp -d) # only its owner can look into it
trap 'rm -rf "$work"' EXIT

ask() {
  sqlite3 -readonly "$db" "$1"
}

{
  # What the digest of an entry is taken of: its fields in this order, joined by newlines.
  mkdir "$work/entries" "$work/content"
  ask "select writefile('$work/entries/' || id, cast(id || char(10) || kind || char(10) || at || char(10) || who
         || char(10) || algorithm || char(10) || prev || char(10) || body as blob)) from entries" >"$work/written"
  ask "select writefile('$work/content/' || rowid, cast(body as blob)) from content" >>"$work/written"

  # digests FOLDER: `number sha256:…` for every file in it.
  digests() {
    find "$work/$1" -type f -exec sha256sum {} + | sed -E 's|^([0-9a-f]+)  .*/(-?[0-9]+)$|\2 sha256:\1|' | sort
  }
  digests entries >"$work/computed"
  ask "select id || ' ' || digest from entries" | sort >"$work/kept"
  comm -13 "$work/computed" "$work/kept" | sed 's/\(.*\) .*/entries \1: what it says does not fit its digest/'
  digests content >"$work/computed"
  ask "select rowid || ' ' || digest from content" | sort >"$work/kept"
  comm -13 "$work/computed" "$work/kept" | sed 's/.* /content /; s/$/: what it says does not fit its digest/'

  ask "select 'entries ' || id || ': it does not follow the entry before' from entries as e
       where prev is not coalesce((select digest from entries where id = e.id - 1), '')"
  ask "select 'entries: numbers are missing' from (select count(*) as rows, min(id) as first, max(id) as last from entries)
       where rows > 0 and (first <> 1 or last <> rows)"
  ask "select 'entries ' || id || ': the rules or the calendar it was made with are gone' from entries
       where kind = 'decision' and (
         json_extract(body, '\$.decision.made_with.rules') not in (select digest from content) or
         json_extract(body, '\$.decision.made_with.calendar') not in (select digest from content))"
  ask "select 'decisions ' || d.id || ': it is not what the entry says'
       from decisions as d left join entries as e on e.id = d.id and e.kind = 'decision'
       where e.id is null
          or (d.at, d.officer) is not (e.at, e.who)
          or d.case_id is not json_extract(e.body, '\$.decision.case')
          or d.day is not json_extract(e.body, '\$.decision.on')
          or d.party is not json_extract(e.body, '\$.decision.party')
          or d.offence is not coalesce(json_extract(e.body, '\$.decision.offence.id'), '')
          or d.no_site_inspection is not json_extract(e.body, '\$.decision.answers.no_site_inspection.answer')
          or d.no_filing is not json_extract(e.body, '\$.decision.answers.no_filing.answer')
          or d.no_coercive_measure is not json_extract(e.body, '\$.decision.answers.no_coercive_measure.answer')
          or d.no_penalty is not json_extract(e.body, '\$.decision.answers.no_penalty.answer')"
  ask "select 'decisions ' || id || ': an entry asks for it, and it is missing' from entries
       where kind = 'decision' and id not in (select id from decisions)"
} >"$work/flaws"

cat "$work/flaws"
[ ! -s "$work/flaws" ] || exit 4
ask "select count(*) || ' entries, the last is '
       || coalesce((select digest from entries order by id desc limit 1), '-') from entries"
