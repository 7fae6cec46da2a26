/* fettle-category.h: the product categories of the Open Repair Data Standard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"

G_BEGIN_DECLS

#define FETTLE_N_CATEGORIES 40

const char *const *fettle_category_list (void);
int fettle_category_id (const char *name);
const char *fettle_category_name (int id);
const char *fettle_category_title (FettleLanguage *language, const char *name);

G_END_DECLS
