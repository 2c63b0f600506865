#!/usr/bin/python3
"""Sheets and calendars, read back by programs that are not ours: python's csv, json and zipfile, openpyxl, icalendar.

  read_back.py WRITE_FORMS

Makes up hostile and random texts, has WRITE_FORMS write them, and compares what the readers see. The readers are
Debian's; where they are not installed this fails on Debian, and is skipped (77) elsewhere.
"""

import csv
import datetime
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile

try:
    import icalendar
    import openpyxl
    from openpyxl.utils.escape import unescape
except ImportError as problem:
    print(f"{problem}: install python3-icalendar and python3-openpyxl")
    sys.exit(1 if os.path.exists("/etc/debian_version") else 77)

HOSTILE = [
    "", " ", "'", "''", '"', '"""', ",", "a,b", "\n", "a\nb", "a\r\nb", "\t", "a\tb", "\r", "\r=1", "\t=1", "\n=1",
    "=cmd|' /C calc'!A0", "=1+1", "+1", "-1", "-", "@SUM(A1)", '=HYPERLINK("http://x","y")', "  =1", "＝1", "＋1",
    "－1", "＠x", "﹢1", "−1", "\u200b=1", "\ufeff=1", "\u3000=1", "'=1", "''=1",
    "<script>alert(1)</script>", "&amp;", "]]>", "<![CDATA[", "_x0041_", "_x005F_x0041_", "__x0041__", "_x00e9_",
    "\x01\x02\x1b[2J", "\x7f\x85\x9f", "\u202eabc\u202c", "\u2066x\u2069", "\u2028\u2029", "\ufffe\uffff", "a\x00b",
    "\\", "\\n", "\\u202e", "a;b:c", "END:VEVENT\nEND:VCALENDAR", "1E5", "007", "91310117MA1J2XKQ5R", "TRUE", "#REF!",
    "松江某便利店", "𠮷野家😀👨\u200d👩\u200d👧", "e\u0301", "好" * 500, "x" * 32767,
]
LETTERS = "松江某便利店过期=+-@'\"\\,;:_x004\n\t &<>é😀𠮷\u202e\x1b\r"


def shown(text):
    """The escapes of plain_text.h, written a second time."""
    out = []
    for c in text.replace("\r\n", "\n"):
        code = ord(c)
        control = (code < 32 and c not in "\n\t") or 127 <= code < 160 or code in (0x2028, 0x2029)
        turns = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
        out.append(f"\\u{code:04x}" if control or turns else c)
    return "".join(out)


def made_up():
    chance = random.Random(20261123)
    texts = HOSTILE + ["".join(chance.choices(LETTERS, k=chance.randrange(40))) for _ in range(1000)]
    numbers = [0, -5, 999999999999999, -999999999999999, 10**15, 2**53 + 1, 2**63 - 1, -(2**63)]
    dates = ["1900-01-01", "1900-02-28", "1900-03-01", "1999-12-31", "2024-02-29", "2026-11-23", "2199-12-31"]
    rows = [
        [text, numbers[i % len(numbers)], {"date": dates[i % len(dates)]}, None if i % 2 else texts[-1 - i]]
        for i, text in enumerate(texts)
    ]
    reminders = []
    for i, text in enumerate(t for t in texts if len(t) < 1000):
        state = i % 4
        reminders.append({
            "uid": f"{i}@log", "summary": text or "x", "description": texts[-1 - i], "state": state,
            "due": "" if state == 2 else dates[2 + i % 5], "changed": "2026-11-23T09:30:00+08:00", "sequence": i,
            "category": texts[i // 2], "alarm_days": [7, 1, 0][: i % 4],
        })
    return rows, reminders


def same(what, expected, seen):
    if expected != seen:
        sys.exit(f"{what}: expected {expected!r}, read {seen!r}")


def check_csv(path, rows):
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    assert not re.search(rb"\r(?!\n)", data), "a CR that ends no line"
    with open(path, newline="", encoding="utf-8-sig") as file:
        read = list(csv.reader(file, strict=True))
    same("headings", ["甲", "乙", "丙", "丁"], read[0])
    same("rows of CSV", len(rows), len(read) - 1)
    for (text, number, date, last), seen in zip(rows, read[1:]):
        for raw, cell in ((text, seen[0]), (last, seen[3])):
            assert not re.match(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]", cell), f"a formula: {cell!r}"
            same("a text of CSV", shown(raw or ""), cell[1:] if cell.startswith("'") else cell)
        same("a number and a date of CSV", [str(number), date["date"]], seen[1:3])


def check_json_lines(path, rows):
    data = path.read_text(encoding="utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", data), "a bare control character"
    read = [json.loads(line) for line in data.split("\n")[:-1]]
    same("rows of JSON Lines", len(rows), len(read))
    for (text, number, date, last), seen in zip(rows, read):
        same("an object", [("a", text), ("b", number), ("c", date["date"]), ("d", last)], list(seen.items()))


def in_xml(text):
    """As a spreadsheet shows it; what no XML can hold is escaped, too."""
    return shown(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def check_xlsx(path, rows):
    same("damage in the archive", None, zipfile.ZipFile(path).testzip())
    book = openpyxl.load_workbook(path)
    same("sheets", ["决定"], book.sheetnames)
    sheet = book.active
    same("rows of XLSX", len(rows) + 1, sheet.max_row)
    same("frozen", "A2", sheet.freeze_panes)
    same("filter", f"A1:D{len(rows) + 1}", sheet.auto_filter.ref)
    same("headings", ["甲", "乙", "丙", "丁"], [cell.value for cell in sheet[1]])
    assert all(cell.font.b for cell in sheet[1]) and not sheet["A2"].font.b
    widths = [sheet.column_dimensions[name].width for name in "ABCD"]
    assert all(8 <= width <= 60 for width in widths), widths
    for (text, number, date, last), cells in zip(rows, sheet.iter_rows(min_row=2)):
        for raw, cell in ((text, cells[0]), (last, cells[3])):
            assert cell.data_type != "f", f"a formula: {cell.value!r}"
            same("a text of XLSX", in_xml(raw or ""), unescape(cell.value or ""))
        exact = abs(number) < 10**15
        same("a number of XLSX", number if exact else str(number), cells[1].value)
        same("its type", "n" if exact else "s", cells[1].data_type.replace("inlineStr", "s"))
        day = datetime.datetime.fromisoformat(date["date"])
        if day >= datetime.datetime(1900, 3, 1):
            same("a date of XLSX", day, cells[2].value)
            same("its format", "yyyy\\-mm\\-dd", cells[2].number_format)
        else:
            same("a date before spreadsheets count rightly", date["date"], cells[2].value)


def same_text(what, expected, seen):
    # icalendar 4 undoes escapes one kind after the other, and so takes `\\\\,` (a backslash, a comma) for less than it is.
    if not re.search(r"\\[,;:nN\\]", shown(expected)):
        same(what, shown(expected), str(seen))


def unescaped_texts(data):
    """The texts behind SUMMARY, as RFC 5545 has them read."""
    lines = data.decode("utf-8").replace("\r\n ", "").split("\r\n")
    raw = [line.partition(":")[2] for line in lines if line.startswith("SUMMARY:")]
    return [re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text) for text in raw]


def check_calendar(path, reminders):
    data = path.read_bytes()
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75 and not re.search(rb"(?<!\r)\n|\r(?!\n)", data), "lines"
    for line in lines:
        line.decode("utf-8")  # no character is cut
    calendar = icalendar.Calendar.from_ical(data)
    same("its name", '四清单;复查,"松江"', str(calendar["X-WR-CALNAME"]))
    todos = {str(c["UID"]): c for c in calendar.walk("VTODO")}
    events = {str(c["UID"]): c for c in calendar.walk("VEVENT")}
    same("to-dos", {"todo-" + r["uid"] for r in reminders}, set(todos))
    same("events", {"day-" + r["uid"] for r in reminders if r["due"]}, set(events))
    same("summaries", [shown(r["summary"]) for r in reminders for _ in range(2 if r["due"] else 1)], unescaped_texts(data))
    for reminder in reminders:
        check_reminder(reminder, todos["todo-" + reminder["uid"]], events.get("day-" + reminder["uid"]))


def check_reminder(reminder, todo, event):
    done = reminder["state"] == 3
    due = datetime.date.fromisoformat(reminder["due"]) if reminder["due"] else None
    at = datetime.datetime(2026, 11, 23, 1, 30, tzinfo=datetime.timezone.utc)
    for item in filter(None, (todo, event)):
        same("errors", [], item.errors)
        same_text("summary", reminder["summary"], item["SUMMARY"])
        same_text("description", reminder["description"], item.get("DESCRIPTION", ""))
        category = item.get("CATEGORIES")
        # icalendar 4 parts a category at a comma that is escaped.
        same_text("category", reminder["category"], ",".join(category.cats) if category else "")
        same("sequence", reminder["sequence"], item["SEQUENCE"])
        same("stamp", at, item["DTSTAMP"].dt)
        alarms = item.walk("VALARM")
        nines = [datetime.timedelta(hours=9, days=-days) for days in reminder["alarm_days"]]
        same("alarms", [] if done or not due else nines, [alarm["TRIGGER"].dt for alarm in alarms])
    same("due", due, todo["DUE"].dt if "DUE" in todo else None)
    same("status", "COMPLETED" if done else "NEEDS-ACTION", str(todo["STATUS"]))
    if event:
        same("first day", due, event["DTSTART"].dt)
        same("day after", due + datetime.timedelta(days=1), event["DTEND"].dt)
        same("status", "CANCELLED" if done else "CONFIRMED", str(event["STATUS"]))


def main():
    rows, reminders = made_up()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = folder / "input.json"
        source.write_text(json.dumps({"rows": rows, "reminders": reminders}), encoding="utf-8")
        subprocess.run([sys.argv[1], source, folder], check=True)
        same("files", ["input.json", "out.csv", "out.ics", "out.jsonl", "out.xlsx"], sorted(os.listdir(folder)))
        check_csv(folder / "out.csv", rows)
        check_json_lines(folder / "out.jsonl", rows)
        check_xlsx(folder / "out.xlsx", rows)
        check_calendar(folder / "out.ics", reminders)
    print(f"{len(rows)} rows in three forms and {len(reminders)} reminders, read back")


main()
