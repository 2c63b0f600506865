// `json::Value` by name only, for headers. What nlohmann/json.hpp defines takes longer to read than all the
// rest of a file, so only the files that make or take apart a Value include json/value.h.

#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>

namespace siqingdan::json {

using Value = nlohmann::ordered_json;

// A Value as a member of a class: copied and moved like one. Never empty, unless moved from.
class Held {
 public:
  Held();  // null
  Held(Value value);
  Held(const Held& other);
  Held(Held&& other) noexcept;
  Held& operator=(const Held& other);
  Held& operator=(Held&& other) noexcept;
  ~Held();

  Value& operator*() { return *value_; }
  const Value& operator*() const { return *value_; }
  Value* operator->() { return value_.get(); }
  const Value* operator->() const { return value_.get(); }

 private:
  std::unique_ptr<Value> value_;
};

}  // namespace siqingdan::json
