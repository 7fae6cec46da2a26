/* fettle-device-words.h: words for measures, tests and parts, and readings as people read them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-device.h"
#include "fettle-language.h"

G_BEGIN_DECLS

const char *fettle_device_words_measure (FettleLanguage *language, const char *id);
const char *fettle_device_words_test (FettleLanguage *language, const char *id);
const char *fettle_device_words_source (FettleLanguage *language, const char *source);
const char *fettle_device_words_part_state (FettleLanguage *language, const char *id);
const char *fettle_device_words_condition (FettleLanguage *language, const char *id);
char *fettle_device_words_value (FettleLanguage *language, gint64 value, const char *unit);
char *fettle_device_words_reading (FettleLanguage *language, const char *measure, gint64 value, const char *unit);
char *fettle_device_words_diagnosis (FettleLanguage *language, FettleDiagnosis *diagnosis);
char *fettle_device_words_part (FettleLanguage *language, FettlePart *part);

G_END_DECLS
