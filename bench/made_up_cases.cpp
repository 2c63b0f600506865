#include "made_up_cases.h"

#include <algorithm>
#include <limits>

#include "decide/allowed.h"
#include "json/value.h"

namespace siqingdan {
namespace {

using json::Value;

constexpr std::size_t kCommon = 40;  // offences that make up half of the cases

const std::vector<std::string> kReasons = {"现场照片三张,数量不多", "当天改正,没有人受影响",
                                           "首次被发现,主动说明",   "陈列不到一周,已经撤下",
                                           "没有投诉,没有报道",     "货值不大,账目清楚",
                                           "经营时间短,规模小",     "有购货凭证和检验报告",
                                           "与当事人陈述一致",      "询问笔录第二页",
                                           "两名执法人员现场核对",  "系统查询结果截图"};

// The values with which the leaf speaks for leniency.
std::optional<Allowed> good_values(const Condition& leaf, const Situation& situation) {
  const Fact& fact = situation.vocabulary.facts[leaf.fact];
  if (leaf.until_fact != kNoFact || fact.type == FactType::date || fact.type == FactType::text ||
      leaf.op == Condition::Op::longer_than || leaf.op == Condition::Op::not_longer_than) {
    return std::nullopt;
  }
  if (fact.type == FactType::derived) {
    const bool wanted = leaf.role == Condition::Role::condition;
    const bool yes = std::find(leaf.values.begin(), leaf.values.end(), 1) != leaf.values.end();
    return Allowed{true, std::uint64_t{1} << (yes == wanted ? 1U : 0U), 0, 0};
  }
  auto values = admitted(leaf, leaf.role == Condition::Role::exclusion ? Truth::no : Truth::yes, situation);
  if (values) {
    values->meet(every_value(fact, situation.on));
  }
  return values;
}

// How often, of a hundred, what would speak for leniency is so: where that is not nearly always.
int chance_of(const std::string& fact, int usual) {
  static const std::map<std::string, int, std::less<>> kRare = {{"no_fault_proven", 3},
                                                                {"act_obviously_minor", 30},
                                                                {"act_minor", 80},
                                                                {"corrected", 88}};
  const auto rare = kRare.find(fact);
  return rare == kRare.end() ? usual : std::min(usual, rare->second);
}

std::int64_t draw_number(Random& random, const Allowed& good, bool well) {
  constexpr std::int64_t kMuch = 5'000'000;
  const std::int64_t most = std::min(good.most, std::max<std::int64_t>(good.least, 1) + kMuch);
  if (well) {
    return random.between(good.least, most);
  }
  return good.most < kMuch ? good.most + random.between(1, good.most + 1)
                           : std::max<std::int64_t>(0, good.least - 1);
}

std::int64_t draw_code(Random& random, const Fact& fact, const Allowed& good, bool well) {
  std::vector<std::int64_t> codes;
  const std::int64_t count = fact.codes.empty() ? 2 : std::ssize(fact.codes);
  for (std::int64_t code = 0; code < count; ++code) {
    if (good.includes(code) == well) {
      codes.push_back(code);
    }
  }
  return codes.empty() ? good.first() : random.one_of(codes);
}

std::string day_before(Random& random, Date on, std::int64_t most) {
  return to_text(on - std::chrono::days{random.between(0, most)});
}

// When it was done, found, reported (and whether by name) and put right, in that order.
void add_dates(Random& random, Date on, Value& a_case) {
  const std::int64_t found = random.between(0, 12);
  const std::int64_t act = found + random.between(0, random.per_cent(10) ? 400 : 30);
  a_case["act_on"] = to_text(on - std::chrono::days{act});
  a_case["found_on"] = to_text(on - std::chrono::days{found});
  if (random.per_cent(97)) {
    a_case["clue_received_on"] = a_case["found_on"];
    if (!random.per_cent(8)) {
      a_case["facts"]["reporter_real_name"] = random.per_cent(35);
    }
  }
  if (a_case["facts"].value("corrected", Value()) == true && random.per_cent(60)) {
    a_case["facts"]["corrected_on"] = to_text(on - std::chrono::days{random.between(0, found)});
  }
}

Value measures(Random& random, const Value& facts_of_one, const auto& draw) {
  static const std::vector<std::string> kObjects = {"goods",     "raw_materials", "tools",
                                                    "documents", "facilities",    "premises"};
  Value all = Value::array();
  all.push_back({{"object", random.one_of(kObjects)}, {"facts", facts_of_one}});
  if (random.per_cent(20)) {
    all.push_back({{"object", random.one_of(kObjects)}, {"facts", draw()}});
  }
  return all;
}

}  // namespace

MadeUpCases::MadeUpCases(const RuleSet& rules) : rules_(rules), offences_(rules.catalogue.offence_ids()) {
  for (const auto& [id, offence] : rules.catalogue.offences) {
    for (const Rule& rule : rules.rules) {
      if (rule.covers.all || rule.covers.includes(offence)) {
        for (const Condition& node : rule.condition) {
          if (node.is_leaf()) {
            leaves_[id].push_back({&rule, &node});
          }
        }
      }
    }
  }
}

// Some offences are met every day, most now and then.
const std::string& MadeUpCases::draw_offence(Random& random) const {
  if (random.per_cent(50)) {
    const auto step = offences_.size() / kCommon;
    return offences_[static_cast<std::size_t>(random.below(kCommon)) * step];
  }
  return random.one_of(offences_);
}

Value MadeUpCases::facts(Random& random, const Offence& offence, Date on, bool about_measure,
                         bool open) const {
  std::map<FactId, Allowed> good;
  const FactSheet nothing(rules_.vocabulary.facts.size());
  for (const auto& [rule, leaf] : leaves_.at(offence.id)) {
    const List& list = rules_.lists[rule->list];
    if (!list.in_force(on) || !rule->in_force(on) ||
        rules_.vocabulary.facts[leaf->fact].about_measure != about_measure ||
        rules_.vocabulary.facts[leaf->fact].name == "measure.object") {
      continue;
    }
    const Situation situation{rules_.vocabulary, list, &offence, on, on, nothing};
    if (const auto values = good_values(*leaf, situation); values && !values->empty()) {
      const auto [known, fresh] = good.emplace(leaf->fact, *values);
      Allowed both = known->second;
      both.meet(*values);
      if (!fresh && !both.empty()) {
        known->second = both;
      }
    }
  }
  // Most parties are well-meaning, some are not.
  const int well = random.per_cent(60) ? 99 : random.per_cent(75) ? 92 : 65;
  Value facts = Value::object();
  for (const auto& [id, values] : good) {
    const Fact& fact = rules_.vocabulary.facts[id];
    if (open && random.per_cent(15)) {
      if (random.per_cent(20)) {
        facts[fact.name] = nullptr;  // asked, and not to be had
      }
      continue;
    }
    const bool turns_out_well = random.per_cent(chance_of(fact.name, well));
    const std::int64_t number = values.coded ? draw_code(random, fact, values, turns_out_well)
                                             : draw_number(random, values, turns_out_well);
    if (fact.type == FactType::derived && number == 0 && random.per_cent(70)) {
      facts[rules_.vocabulary.facts[fact.derived_from].name] = day_before(random, on, 900);
      continue;
    }
    facts[fact.name] = written(fact, {number, {}, {}, {}});
    if (fact.type == FactType::judgement) {
      facts[fact.name] = {{"value", facts[fact.name]}, {"because", random.one_of(kReasons)}};
    }
  }
  return facts;
}

Value MadeUpCases::draw(Random& random, const std::string& id, const Party& party, Date on, bool open) const {
  const Offence& offence = rules_.catalogue.offences.at(draw_offence(random));
  Value a_case = {{"case", id}, {"party", {{"name", party.name}}}};
  if (!party.code.empty()) {
    a_case["party"]["uscc"] = party.code;
  }
  a_case["description"] = random.one_of(kReasons) + ";" + offence.title;
  a_case["offence"] = offence.id;
  a_case["facts"] = facts(random, offence, on, false, open);
  add_dates(random, on, a_case);
  const auto draw_measure = [&] { return facts(random, offence, on, true, open); };
  const Value of_measure = draw_measure();
  if (!of_measure.empty() && random.per_cent(30)) {
    a_case["measures"] = measures(random, of_measure, draw_measure);
  } else if (!open || random.per_cent(50)) {
    a_case["measures"] = Value::array();
  }
  return a_case;
}

Value MadeUpCases::mended(Random& random, Value a_case) const {
  std::vector<std::string> told;
  for (const auto& [name, value] : a_case["facts"].items()) {
    if (value.is_boolean()) {
      told.push_back(name);
    }
  }
  if (!told.empty()) {
    Value& fact = a_case["facts"][random.one_of(told)];
    fact = !fact.get<bool>();
    a_case["facts"].erase("corrected_on");
  }
  return a_case;
}

}  // namespace siqingdan
