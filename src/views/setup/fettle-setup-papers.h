/* fettle-setup-papers.h: how each document is printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_PAPERS (fettle_setup_papers_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupPapers, fettle_setup_papers, FETTLE, SETUP_PAPERS, FettleSetupGroup)

G_END_DECLS
