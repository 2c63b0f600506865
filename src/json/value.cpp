#include "json/value.h"

namespace siqingdan::json {

Held::Held() : Held(Value()) {}
Held::Held(Value value) : value_(std::make_unique<Value>(std::move(value))) {}
Held::Held(const Held& other) : value_(other.value_ ? std::make_unique<Value>(*other) : nullptr) {}
Held::Held(Held&& other) noexcept = default;
Held& Held::operator=(const Held& other) { return *this = Held(other); }
Held& Held::operator=(Held&& other) noexcept = default;
Held::~Held() = default;

}  // namespace siqingdan::json
