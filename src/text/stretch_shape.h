// What a run of another language's words is by its outer form: addresses, code, titles. None of it is a passage.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/foreign_stretches.h"
#include "text/unit_words.h"

namespace stet {

// "for (int i = 0; i < n; ++i) return s;"
bool is_code(std::string_view written);

// "Max-Planck-Institut für Kernphysik, Saupfercheckweg 1, 69117 Heidelberg": a postal code, mostly names, no verb.
bool is_address(const UnitWords& unit, UnitWords::Run run, std::size_t language);

// "Office fédéral de l’environnement / Ufficio federale dell’ambiente".
bool has_slash(const UnitWords& unit, UnitWords::Run run);

// "box to box", "mano a mano".
bool is_there_and_back(const UnitWords& unit, UnitWords::Run run);

// "Anatomie d’une chute, La vita è bella and …", "at eleven: La grande bellezza". The stretch tells the run's words and
// what it fills.
bool is_listed_title(const UnitWords& unit, UnitWords::Run run, std::size_t language, const ForeignStretch& stretch);

}  // namespace stet
