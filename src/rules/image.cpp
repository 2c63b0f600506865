// Each type says once which fields it has (`visit`); the same list of fields writes and reads.

#include "rules/image.h"

#include <cstring>
#include <map>
#include <optional>
#include <type_traits>
#include <vector>

#include "base/failure.h"

namespace siqingdan {
namespace {

class Writer {
 public:
  template <class... T>
  void operator()(T&... fields) {
    (put(fields), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  template <class T>
  void put(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      visit(*this, value);
    }
  }
  void put(std::string& text) {
    size(text.size());
    out_ += text;
  }
  void put(Date& date) {
    int number = to_number(date);
    put(number);
  }
  template <class T>
  void put(std::vector<T>& items) {
    size(items.size());
    for (T& item : items) {
      put(item);
    }
  }
  void put(std::vector<bool>& bits) {
    size(bits.size());
    for (const bool bit : bits) {
      out_ += bit ? '\1' : '\0';
    }
  }
  template <class K, class V>
  void put(std::map<K, V>& map) {
    size(map.size());
    for (auto& [key, value] : map) {
      K name = key;
      put(name);
      put(value);
    }
  }
  template <class T>
  void put(std::optional<T>& value) {
    bool present = value.has_value();
    put(present);
    if (present) {
      put(*value);
    }
  }
  void size(std::size_t n) {
    auto count = static_cast<std::uint32_t>(n);
    put(count);
  }

  std::string out_;
};

class ImageReader {
 public:
  explicit ImageReader(std::string_view bytes) : bytes_(bytes) {}
  template <class... T>
  void operator()(T&... fields) {
    (get(fields), ...);
  }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view take(std::size_t n) {
    if (n > bytes_.size()) {
      bug("the built-in rules are cut off");
    }
    const std::string_view taken = bytes_.substr(0, n);
    bytes_.remove_prefix(n);
    return taken;
  }
  template <class T>
  void get(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      const std::string_view bytes = take(sizeof value);
      std::memcpy(&value, bytes.data(), bytes.size());
    } else {
      visit(*this, value);
    }
  }
  void get(std::string& text) { text = std::string(take(size())); }
  void get(Date& date) {
    int number = 0;
    get(number);
    date = from_number(number);
  }
  template <class T>
  void get(std::vector<T>& items) {
    items.resize(size());
    for (T& item : items) {
      get(item);
    }
  }
  void get(std::vector<bool>& bits) {
    const std::string_view taken = take(size());
    bits.assign(taken.size(), false);
    for (std::size_t i = 0; i < taken.size(); ++i) {
      bits[i] = taken[i] != '\0';
    }
  }
  template <class K, class V>
  void get(std::map<K, V>& map) {
    for (std::size_t left = size(); left > 0; --left) {
      K key{};
      get(key);
      get(map.emplace_hint(map.end(), std::move(key), V{})->second);
    }
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool present = false;
    get(present);
    if (present) {
      value.emplace();
      get(*value);
    }
  }
  std::size_t size() {
    std::uint32_t n = 0;
    get(n);
    return n;
  }

  std::string_view bytes_;
};

template <class A>
void visit(A& a, Citation& c) {
  a(c.law, c.article, c.paragraph, c.item, c.says, c.from, c.until);
}
template <class A>
void visit(A& a, DecisionKind& k) {
  a(k.code, k.words, k.counts);
}
template <class A>
void visit(A& a, Fact& f) {
  a(f.name, f.type, f.label, f.ask, f.evidence, f.unit, f.codes, f.labels, f.about_measure, f.personal_data,
    f.derived_from, f.found_on, f.clear_since, f.derived_number, f.decision_kinds, f.remedy, f.remedy_gives,
    f.remedy_lost_if, f.same_as);
}
template <class A>
void visit(A& a, LawVersion& v) {
  a(v.text, v.from, v.until, v.number, v.standing);
}
template <class A>
void visit(A& a, Law& l) {
  a(l.short_name, l.name, l.level, l.versions);
}
template <class A>
void visit(A& a, Offence& o) {
  a(o.id, o.domain, o.title, o.aliases, o.violates, o.penalty, o.open);
}
template <class A>
void visit(A& a, Calendar::Year& y) {
  a(y.notice, y.working);
}
template <class A>
void visit(A& a, Coverage& c) {
  a(c.all, c.offences, c.domains);
}
template <class A>
void visit(A& a, BothLaws& b) {
  a(b.says, b.cites);
}
template <class A>
void visit(A& a, Number::Value& v) {
  a(v.from, v.is, v.offences, v.cites, v.origin, v.note);
}
template <class A>
void visit(A& a, Number& n) {
  a(n.unit, n.by_date);
}
template <class A>
void visit(A& a, Condition& n) {
  a(n.op, n.role, n.children, n.fact, n.until_fact, n.values, n.limit, n.number, n.id, n.says, n.origin,
    n.cites);
}
template <class A>
void visit(A& a, Extension& e) {
  a(e.number, e.who, e.further, e.cites);
}
template <class A>
void visit(A& a, Suspension& s) {
  a(s.what, s.cites);
}
template <class A>
void visit(A& a, Duty& d) {
  a(d.id, d.what, d.who, d.origin, d.cites, d.if_answer, d.for_question, d.within, d.after, d.extended_by,
    d.paused_for, d.follow_up, d.on_restart, d.covers, d.once_known, d.done_on, d.when);
}
template <class A>
void visit(A& a, Caution& c) {
  a(c.id, c.says, c.cites, c.covers, c.when);
}
template <class A>
void visit(A& a, Bar& b) {
  a(b.when);
}
template <class A>
void visit(A& a, List& l) {
  a(l.id, l.statute, l.question, l.title, l.short_title, l.from, l.maybe_from, l.until, l.published_count,
    l.numbers, l.duties, l.cautions, l.bars, l.replaces, l.both_laws, l.standing, l.source, l.open);
}
template <class A>
void visit(A& a, Rule& r) {
  a(r.id, r.list, r.number, r.number_provisional, r.title, r.covers, r.effect, r.approver, r.basis, r.classes,
    r.condition, r.duties, r.from, r.until, r.standing, r.source, r.open);
}
template <class A>
void visit(A& a, WordList& w) {
  a(w.lines());
}
template <class A>
void visit(A& a, FactWords::Guard& g) {
  a(g.name, g.reach, g.done_beats, g.words);
}
template <class A>
void visit(A& a, FactWords::Cue& c) {
  a(c.fact, c.value, c.negated, c.doubtful, c.wins, c.words, c.with, c.anywhere, c.nowhere, c.without,
    c.after, c.ignores);
}
template <class A>
void visit(A& a, FactWords::Yield& y) {
  a(y.fact, y.value, y.to, y.is, y.then);
}
template <class A>
void visit(A& a, FactWords& w) {
  a(w.sets, w.guards, w.cues, w.yields, w.of_violation);
}
template <class A>
void visit(A& a, Speech& s) {
  a(s.vocabulary.facts, s.words);
}
template <class A>
void visit(A& a, RuleSet& r) {
  a(r.vocabulary.facts, r.catalogue.laws, r.catalogue.offences, r.catalogue.domains, r.calendar.years(),
    r.lists, r.rules, r.digest, r.calendar_digest);
}

template <class T>
std::string written(T copy) {  // the one list of fields takes them by reference, to read as well as to write
  Writer writer;
  writer(copy);
  return writer.take();
}

template <class T>
T read(std::string_view image) {
  T value;
  ImageReader reader(image);
  reader(value);
  if (!reader.at_end()) {
    bug("the built-in rules have bytes left over");
  }
  value.vocabulary.index();
  return value;
}

}  // namespace

std::string to_image(const RuleSet& rules) { return written(rules); }
RuleSet from_image(std::string_view image) { return read<RuleSet>(image); }

std::string to_image(const Speech& speech) { return written(speech); }
Speech speech_from_image(std::string_view image) { return read<Speech>(image); }

}  // namespace siqingdan
