#include "made_up_parties.h"

#include <array>
#include <string_view>

namespace siqingdan {
namespace {

constexpr std::string_view kCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

std::int64_t value_in_organisation_code(char c) { return c <= '9' ? c - '0' : c - 'A' + 10; }

// The ninth character of an organisation code (GB 11714).
char organisation_check(std::string_view eight) {
  constexpr std::array<std::int64_t, 8> kWeights = {3, 7, 9, 10, 5, 8, 4, 2};
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    sum += kWeights[i] * value_in_organisation_code(eight[i]);
  }
  return "0X987654321"[sum % 11];
}

// The eighteenth character of a party code (GB 32100): the weighted sum becomes a multiple of 31.
char party_check(std::string_view seventeen) {
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (const char c : seventeen) {
    sum += weight * kCharacters.find(c);
    weight = weight * 3 % kCharacters.size();
  }
  return kCharacters[(kCharacters.size() - sum % kCharacters.size()) % kCharacters.size()];
}

std::string code_of(Random& random, bool individual) {
  std::string code = individual ? "92310117MA1" : "91310117MA1";
  while (code.size() < 16) {
    code += kCharacters[static_cast<std::size_t>(random.below(std::ssize(kCharacters)))];
  }
  code += organisation_check(std::string_view(code).substr(8));
  return code + party_check(code);
}

}  // namespace

std::vector<Party> made_up_parties(Random& random, std::size_t count) {
  static const std::vector<std::string> kTowns = {"岳阳", "永丰",   "方松", "中山", "广富林", "九里亭",
                                                  "泗泾", "佘山",   "车墩", "新桥", "洞泾",   "九亭",
                                                  "泖港", "石湖荡", "新浜", "叶榭", "小昆山"};
  static const std::vector<std::string> kFirst = {"永", "兴", "德", "福", "和", "祥", "瑞", "安", "顺", "泰"};
  static const std::vector<std::string> kSecond = {"源", "丰", "隆", "盛", "康",
                                                   "美", "达", "鑫", "宝", "华"};
  static const std::vector<std::string> kShops = {"水果店", "面馆",   "便利店", "药店",   "理发店",
                                                  "五金店", "服装店", "粮油店", "快餐店", "化妆品店"};
  static const std::vector<std::string> kFirms = {"商贸有限公司", "食品有限公司",     "餐饮管理有限公司",
                                                  "超市有限公司", "医疗器械有限公司", "网络科技有限公司"};
  std::vector<Party> parties;
  parties.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool individual = random.per_cent(60);
    const std::string name = random.one_of(kFirst) + random.one_of(kSecond) + random.one_of(kSecond);
    parties.push_back({individual ? "松江区" + random.one_of(kTowns) + name + random.one_of(kShops)
                                  : "上海" + name + random.one_of(kFirms),
                       random.per_cent(4) ? "" : code_of(random, individual)});
  }
  return parties;
}

}  // namespace siqingdan
