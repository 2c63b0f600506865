#include "law/catalogue.h"

#include "base/suggest.h"

namespace siqingdan {
namespace {

Standing typed_standing(json::Object& o) {
  // `confirmed` is earned by a review, never typed (rules/review.h).
  return static_cast<Standing>(o.one_of("standing", {"drafted", "reported", "official"}));
}

LawVersion read_version(const json::Context& context, const json::Node& node) {
  json::Object o(context, node, {"法律的版本", "a version of a law"});
  LawVersion version;
  version.text = o.optional_text("text").value_or("");
  version.from = o.optional_date("from");
  version.until = o.optional_date("until");
  version.number = o.optional_text("number").value_or("");
  o.optional_text("note");
  version.standing = typed_standing(o);
  o.finish();
  if (version.from && version.until && *version.until <= *version.from) {
    context.error("empty-period", node, say("`until` 不晚于 `from`", "`until` is not after `from`"));
  }
  return version;
}

Offence read_offence(const json::Context& context, const std::string& id, const std::string& domain,
                     const json::Node& node, const Catalogue& catalogue) {
  json::Object o(context, node, {"案由 `{}`", "offence `{}`", id});
  Offence offence;
  offence.id = id;
  offence.domain = domain;
  offence.title = o.text("title");
  offence.aliases = o.optional_texts("aliases");
  offence.violates = read_citations(o, "violates", catalogue);
  offence.penalty = read_citations(o, "penalty", catalogue);
  offence.open = o.optional_texts("open");
  o.finish();
  if (id.rfind(domain + ".", 0) != 0) {
    context.issues.error("bad-id", context.key_place(node),
                         say("案由 `{}` 应当以 `{}.` 开头", "offence `{}` must begin with `{}.`", id,
                             domain));
  }
  return offence;
}

}  // namespace

const char* name_of(Standing standing) {
  switch (standing) {
    case Standing::drafted:
      return "drafted";
    case Standing::reported:
      return "reported";
    case Standing::official:
      return "official";
    case Standing::confirmed:
      return "confirmed";
  }
  return "drafted";
}

std::vector<std::string> Catalogue::law_names() const {
  std::vector<std::string> names;
  for (const auto& entry : laws) {
    names.push_back(entry.first);
  }
  return names;
}

std::vector<std::string> Catalogue::offence_ids() const {
  std::vector<std::string> ids;
  for (const auto& entry : offences) {
    ids.push_back(entry.first);
  }
  return ids;
}

std::string Catalogue::in_chinese(const Citation& citation) const {
  const auto law = laws.find(citation.law);
  const std::string& name = law == laws.end() || law->second.short_name.empty() ? citation.law
                                                                                : law->second.short_name;
  const std::string provision = provision_in_chinese(citation);
  return provision.empty() ? name : name + " " + provision;
}

std::string Catalogue::in_english(const Citation& citation) const {
  const std::string provision = provision_in_english(citation);
  return provision.empty() ? citation.law : citation.law + " " + provision;
}

void read_laws(const json::Document& document, Catalogue& catalogue, Issues& issues) {
  const json::Context context{document.file, issues};
  json::Object o(context, document.root, {"法律目录", "the catalogue of laws"});
  o.find("$schema");
  const json::Node* laws = o.require("laws");
  o.finish();
  if (laws == nullptr) {
    return;
  }
  json::Object all(context, *laws, {"`laws`", "`laws`"});
  for (const auto& [name, node] : laws->members) {
    json::Object entry(context, node, {"法律 `{}`", "law `{}`", name});
    Law law;
    law.short_name = entry.optional_text("short").value_or("");
    law.name = entry.text("name");
    static constexpr auto kLevels = {"law",        "regulation", "local_regulation", "rule",
                                     "local_rule", "document",   "standard"};
    law.level = *(kLevels.begin() + entry.one_of("level", kLevels));
    for (const json::Node& version : entry.array("versions")) {
      law.versions.push_back(read_version(context, version));
    }
    entry.optional_text("note");
    entry.finish();
    catalogue.laws.emplace(name, std::move(law));
  }
}

void read_offences(const json::Document& document, Catalogue& catalogue, Issues& issues) {
  const json::Context context{document.file, issues};
  json::Object o(context, document.root, {"案由文件", "an offence file"});
  o.find("$schema");
  const std::string domain = o.text("domain");
  catalogue.domains[domain] = o.text("title");
  const json::Node* offences = o.require("offences");
  o.finish();
  if (!domain.empty() && document.file.find("/" + domain + ".json") == std::string::npos) {
    context.error("bad-id", *document.root.find("domain"),
                  say("`domain` 应当与文件名相同", "`domain` must be the name of the file"));
  }
  if (offences == nullptr) {
    return;
  }
  json::Object all(context, *offences, {"`offences`", "`offences`"});
  for (const auto& [id, node] : offences->members) {
    if (!catalogue.offences.emplace(id, read_offence(context, id, domain, node, catalogue)).second) {
      context.issues.error("duplicate-id", context.key_place(node),
                           say("案由 `{}` 在另一个文件里也有", "offence `{}` stands in another file too",
                               id));
    }
  }
}

std::vector<Citation> read_citations(json::Object& object, std::string_view key, const Catalogue& catalogue) {
  std::vector<Citation> citations;
  for (const json::Node& node : object.optional_array(key)) {
    Citation citation = read_citation(object.context(), node);
    if (!citation.law.empty() && catalogue.laws.count(citation.law) == 0) {
      object.context().error("unknown-law", node,
                             say("目录里没有 `{}`", "the catalogue has no law `{}`", citation.law),
                             suggestion(citation.law, catalogue.law_names()));
    }
    citations.push_back(std::move(citation));
  }
  return citations;
}

}  // namespace siqingdan
