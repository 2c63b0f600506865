#include "history/prior_record.h"

#include "base/digest.h"
#include "json/canonical.h"
#include "json/value.h"

namespace siqingdan {

std::string key_of(const PriorRecord& record) {
  return digest_of(json::canonical(json::Value{{"party", record.party},
                                               {"offence", record.offence},
                                               {"other", record.other},
                                               {"on", to_text(record.on)},
                                               {"kind", record.kind},
                                               {"document", record.document},
                                               {"bureau", record.bureau}}));
}

}  // namespace siqingdan
