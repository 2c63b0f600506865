// Follow-ups as the reminders of a calendar file.

#pragma once

#include <string>
#include <vector>

#include "record/read.h"
#include "report/calendar_file.h"

namespace siqingdan {

// `log` is what tells the log from others (record/read.h), for ids that no other log has. A follow-up whose
// decision was corrected counts as done.
std::vector<Reminder> reminders(const std::vector<FollowUp>& follow_ups, const std::string& log, Date on,
                                const std::vector<int>& alarm_days);

}  // namespace siqingdan
