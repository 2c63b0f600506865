// Which offences an item, a caution or a number speaks of.

#include "base/suggest.h"
#include "rules/read_list.h"

namespace siqingdan {

using json::Node;

void check_offences(const json::Context& context, const Node& place, const std::vector<std::string>& ids,
                    const Catalogue& catalogue) {
  for (const std::string& id : ids) {
    if (catalogue.offences.count(id) == 0) {
      context.error("unknown-offence", place,
                    say("案由目录里没有 `{}`", "the catalogue has no offence `{}`", id),
                    suggestion(id, catalogue.offence_ids()));
    }
  }
}

Coverage read_coverage(const json::Context& context, const Node& node, const Catalogue& catalogue) {
  Coverage covers;
  if (node.kind == Node::Kind::text && node.text == "all") {
    covers.all = true;
    return covers;
  }
  json::Object c(context, node, {"`covers`", "`covers`"});
  covers.offences = c.optional_texts("offences");
  covers.domains = c.optional_texts("domains");
  c.finish();
  if (covers.offences.empty() && covers.domains.empty()) {
    context.error("covers-nothing", node, say("没有写明案由", "it covers no offence"),
                  say("写 \"all\" 或者 {{ \"offences\": [ … ] }}",
                      "write \"all\" or {{ \"offences\": [ … ] }}"));
  }
  check_offences(context, node, covers.offences, catalogue);
  for (const std::string& domain : covers.domains) {
    if (catalogue.domains.count(domain) == 0) {
      context.error("unknown-domain", node, say("没有领域 `{}`", "there is no domain `{}`", domain));
    }
  }
  return covers;
}

}  // namespace siqingdan
