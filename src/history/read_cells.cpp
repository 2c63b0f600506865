#include "history/read_cells.h"

#include <algorithm>
#include <array>

#include "base/party_code.h"
#include "base/suggest.h"
#include "base/unicode.h"

namespace siqingdan {
namespace {

constexpr std::size_t kLongestCell = 300;  // bytes; a longer one is no number and no offence

// Is there anything to read? If not, that is an issue.
bool is_there(const std::string& cell, const char* chinese, const char* english, const Place& place,
              Issues& wrong) {
  if (cell.empty()) {
    wrong.error("empty-field", place,
                say("“{0}”是空的", "`{1}` is empty", std::string(chinese), std::string(english)));
    return false;
  }
  if (cell.size() > kLongestCell || has_control_characters(cell) || cell.find('\n') != std::string::npos) {
    wrong.error("bad-field", place,
                say("“{0}”太长,或者有换行、看不见的字符",
                    "`{1}` is too long, or has line ends or invisible characters in it", std::string(chinese),
                    std::string(english)));
    return false;
  }
  return true;
}

}  // namespace

std::string trimmed(std::string_view cell) {
  constexpr std::array<std::string_view, 6> kBlanks = {" ", "\t", "\n", "\r", "\xE3\x80\x80", "\xC2\xA0"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view blank : kBlanks) {
      while (cell.starts_with(blank)) {
        cell.remove_prefix(blank.size());
        again = true;
      }
      while (cell.ends_with(blank)) {
        cell.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  return to_nfc(cell);
}

std::optional<Date> parse_record_date(std::string_view cell) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::array<std::array<std::string_view, 3>, 4> kForms = {
      {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}}};
  for (const auto& form : kForms) {
    std::string_view rest = cell;
    std::string iso;
    bool fits = true;
    for (std::size_t part = 0; part < form.size() && fits; ++part) {
      const std::size_t digits = std::min(rest.find_first_not_of(kDigits), rest.size());
      const std::string number(rest.substr(0, digits));
      rest.remove_prefix(digits);
      fits = (part == 0 ? digits == 4 : digits == 1 || digits == 2) && rest.starts_with(form[part]);
      if (fits) {
        rest.remove_prefix(form[part].size());
        iso += (part == 0 ? "" : digits == 1 ? "-0" : "-") + number;
      }
    }
    if (fits && rest.empty()) {
      return parse_date(iso);
    }
  }
  return std::nullopt;
}

Cells::Cells(const Fact& kinds, const Catalogue& catalogue, Date today)
    : kinds_(kinds), catalogue_(catalogue), today_(today) {
  for (const auto& [id, offence] : catalogue.offences) {
    const std::string title = to_nfc(offence.title);
    offences_[title].push_back(id);
    offence_words_.insert(offence_words_.end(), {id, title});
  }
}

void Cells::party(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const {
  if (!is_there(cell, "当事人代码", "party", place, wrong)) {
    return;
  }
  record.party = normal_party_code(cell);
  if (auto fault = fault_of_party_code(record.party)) {
    wrong.error(fault->code, place, std::move(fault->message), std::move(fault->hint));
  }
}

void Cells::offence(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const {
  constexpr std::array<std::string_view, 3> kOther = {"其他:", "其他\uFF1A", "other:"};
  if (!is_there(cell, "案由", "offence", place, wrong)) {
    return;
  }
  if (catalogue_.offences.count(cell) > 0) {
    record.offence = cell;
    return;
  }
  for (const std::string_view other : kOther) {
    if (cell.starts_with(other)) {
      record.other = trimmed(std::string_view(cell).substr(other.size()));
    }
  }
  const auto found = offences_.find(cell);
  if (found != offences_.end() && found->second.size() == 1) {
    record.offence = found->second.front();
  } else if (found != offences_.end()) {
    wrong.error("ambiguous-offence", place,
                say("有 {0} 个案由叫“{1}”", "{0} offences are called `{1}`", found->second.size(), cell),
                say("写案由编号,如 `{}`", "write the offence's id, such as `{}`", found->second.front()));
  } else if (record.other.empty()) {
    wrong.error("unknown-offence", place,
                say("案由目录里没有“{}”", "the catalogue has no offence `{}`", cell), near_offence(cell));
  }
}

// An offence of that everyday name, or one whose title is nearly that; and what to do if there is none.
Text Cells::near_offence(const std::string& cell) const {
  std::string near = nearest(cell, offence_words_);
  for (const auto& [id, offence] : catalogue_.offences) {
    if (std::find(offence.aliases.begin(), offence.aliases.end(), cell) != offence.aliases.end()) {
      near = offence.title;
    }
  }
  const Text did_you_mean = near.empty() ? Text{} : say("是不是“{}”? ", "did you mean `{}`? ", near);
  return {did_you_mean.zh + "目录里确实没有的,写成“其他:”加原来的案由",
          did_you_mean.en + "for one the catalogue does not have, write `other:` and its name"};
}

void Cells::date(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const {
  if (!is_there(cell, "决定日期", "date", place, wrong)) {
    return;
  }
  const auto date = parse_record_date(cell);
  if (!date) {
    wrong.error("bad-date", place, say("“{}”不是日期", "`{}` is no date", cell),
                {"写成 2025-12-09、2025/12/9 或者 2025年12月9日", "write 2025-12-09 or 2025/12/9"});
  } else if (*date > today_) {
    wrong.error("date-in-future", place,
                say("决定日期 {0} 晚于今天 {1}", "{0} is after today, {1}", to_text(*date), to_text(today_)));
  } else {
    record.on = *date;
  }
}

void Cells::kind(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const {
  if (!is_there(cell, "决定种类", "kind", place, wrong)) {
    return;
  }
  Text all;
  for (const DecisionKind& kind : kinds_.decision_kinds) {
    if (kind.code == cell || std::count(kind.words.begin(), kind.words.end(), cell) > 0) {
      record.kind = kind.code;
      return;
    }
    all.zh += (all.zh.empty() ? "" : "、") + kind.words.front();
    all.en += (all.en.empty() ? "" : ", ") + kind.code + " (" + kind.words.front() + ")";
  }
  wrong.error("unknown-kind", place, say("没有“{}”这种决定", "there is no kind of decision `{}`", cell),
              {"可以写: " + all.zh, "one of: " + all.en});
}

void Cells::document(const std::string& cell, const Place& place, PriorRecord& record, Issues& wrong) const {
  if (!is_there(cell, "文号", "document", place, wrong)) {
    return;
  }
  record.document = cell == "无" || cell == "none" ? "" : cell;
}

}  // namespace siqingdan
