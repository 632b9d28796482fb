# The libraries, static where Debian has them so: a static start takes a millisecond, a dynamic one three.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)

function(stet_find_library variable)
  find_library(${variable} NAMES ${ARGN})
  if(NOT ${variable})
    message(FATAL_ERROR "library not found: ${ARGN}; scripts/install-packages says what to install")
  endif()
endfunction()

stet_find_library(ICU_I18N libicui18n.a icui18n)
stet_find_library(ICU_UC libicuuc.a icuuc)
stet_find_library(ICU_DATA libicudata.a icudata)
stet_find_library(RE2_LIBRARY libre2.a re2)
stet_find_library(GUMBO_LIBRARY libgumbo.a gumbo)
stet_find_library(YAML_LIBRARY libyaml-cpp.a yaml-cpp)
stet_find_library(HUNSPELL_LIBRARY libhunspell-1.7.a hunspell-1.7 hunspell)
stet_find_library(MD4C_LIBRARY md4c)
stet_find_library(CLD2_LIBRARY cld2)

set(STET_LIBRARIES
  ${RE2_LIBRARY} ${GUMBO_LIBRARY} ${YAML_LIBRARY} ${HUNSPELL_LIBRARY} ${MD4C_LIBRARY} ${CLD2_LIBRARY}
  ${ICU_I18N} ${ICU_UC} ${ICU_DATA} fmt::fmt-header-only Threads::Threads ${CMAKE_DL_LIBS})

add_link_options(-static-libstdc++ -static-libgcc)
find_program(MOLD mold)
if(MOLD AND NOT STET_FUZZ)
  add_link_options(-fuse-ld=mold)
endif()
