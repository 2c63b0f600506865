#include "report/calendar_file.h"

#include <cstdlib>

#include "base/failure.h"
#include "report/plain_text.h"

namespace siqingdan {
namespace {

constexpr std::size_t kLineLimit = 75;  // bytes, the line end apart
constexpr int kAlarmHour = 9;
constexpr int kHoursOfDay = 24;

void check(const Reminder& reminder) {
  const bool needs_day = reminder.state == Reminder::State::open ||
                         reminder.state == Reminder::State::overdue;
  const bool waits = reminder.state == Reminder::State::waiting;
  if (reminder.uid.empty() || reminder.sequence < 0 || (needs_day && !reminder.due) ||
      (waits && reminder.due)) {
    bug("a reminder that cannot be: " + reminder.uid);
  }
}

class Lines {
 public:
  void add(std::string_view line) { text_ += folded_line(line); }

  void add_text(const char* property, const std::string& text) {
    if (!text.empty()) {
      add(std::string(property) + ":" + calendar_text(text));
    }
  }

  void add_day(const char* property, Date day) {
    std::string digits = to_text(day);
    std::erase(digits, '-');
    add(fmt::format("{};VALUE=DATE:{}", property, digits));
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// From the midnight with which the due day begins: `-PT15H` is nine in the morning of the day before.
std::string hours_from_midnight(int days_before) {
  const int hours = kAlarmHour - days_before * kHoursOfDay;
  return fmt::format("{}PT{}H", hours < 0 ? "-" : "", std::abs(hours));
}

// What counts the alarm's time: an event's start, the end of a to-do.
void add_alarms(const Reminder& reminder, const char* related, Lines& out) {
  for (const int days : reminder.alarm_days) {
    if (days < 0) {
      bug("an alarm after the due day: " + reminder.uid);
    }
    out.add("BEGIN:VALARM");
    out.add("ACTION:DISPLAY");
    out.add_text("DESCRIPTION", reminder.summary);
    out.add(fmt::format("TRIGGER{}:{}", related, hours_from_midnight(days)));
    out.add("END:VALARM");
  }
}

void add_common(const Reminder& reminder, const char* prefix, Lines& out) {
  out.add_text("UID", prefix + reminder.uid);
  out.add("DTSTAMP:" + to_utc_text(reminder.changed));
  out.add("LAST-MODIFIED:" + to_utc_text(reminder.changed));
  out.add(fmt::format("SEQUENCE:{}", reminder.sequence));
  out.add_text("SUMMARY", reminder.summary);
  out.add_text("DESCRIPTION", reminder.description);
  out.add_text("CATEGORIES", reminder.category);
}

void add_todo(const Reminder& reminder, Lines& out) {
  const bool done = reminder.state == Reminder::State::done;
  out.add("BEGIN:VTODO");
  add_common(reminder, "todo-", out);
  if (reminder.due) {
    out.add_day("DUE", *reminder.due);
  }
  if (reminder.state == Reminder::State::overdue) {
    out.add("PRIORITY:1");
  }
  out.add(done ? "STATUS:COMPLETED" : "STATUS:NEEDS-ACTION");
  if (done) {
    out.add("COMPLETED:" + to_utc_text(reminder.changed));
    out.add("PERCENT-COMPLETE:100");
  } else if (reminder.due) {
    add_alarms(reminder, ";RELATED=END", out);
  }
  out.add("END:VTODO");
}

void add_event(const Reminder& reminder, Lines& out) {
  const bool done = reminder.state == Reminder::State::done;
  out.add("BEGIN:VEVENT");
  add_common(reminder, "day-", out);
  out.add_day("DTSTART", *reminder.due);
  out.add_day("DTEND", *reminder.due + std::chrono::days{1});  // the first day after it
  out.add("TRANSP:TRANSPARENT");                               // nobody is busy all that day
  out.add(done ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  if (!done) {
    add_alarms(reminder, "", out);
  }
  out.add("END:VEVENT");
}

}  // namespace

std::string folded_line(std::string_view line) {
  std::string out;
  std::size_t room = kLineLimit;
  while (line.size() > room) {
    std::size_t end = room;
    while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) {
      --end;  // not within a character
    }
    out += line.substr(0, end);
    out += "\r\n ";
    line.remove_prefix(end);
    room = kLineLimit - 1;  // the blank counts
  }
  out += line;
  out += "\r\n";
  return out;
}

std::string calendar_text(std::string_view text) {
  std::string out;
  for (const char c : plain_text(text)) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string calendar_file(const std::string& name, const std::vector<Reminder>& reminders) {
  Lines out;
  out.add("BEGIN:VCALENDAR");
  out.add("VERSION:2.0");
  out.add("PRODID:-//Siqingdan//siqingdan//ZH");
  out.add("CALSCALE:GREGORIAN");
  out.add_text("X-WR-CALNAME", name);
  for (const Reminder& reminder : reminders) {
    check(reminder);
    add_todo(reminder, out);
    if (reminder.due) {
      add_event(reminder, out);
    }
  }
  out.add("END:VCALENDAR");
  return out.take();
}

}  // namespace siqingdan
