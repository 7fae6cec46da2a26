/* fettle-ctl-promises.h: what the commands on the word the shop gives share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-ctl.h"

G_BEGIN_DECLS

FettleCalendar *fettle_ctl_calendar_of_shop (FettleCtl *ctl);
gint64 fettle_ctl_find_staff (FettleCtl *ctl, const char *name);
char *fettle_ctl_promise_standing (FettlePromise *promise, FettleCalendar *calendar);
JsonNode *fettle_ctl_promise_to_json (FettleCtl *ctl, FettlePromise *promise, gboolean load_revisions);
int fettle_ctl_promise_suggest (FettleCtl *ctl, const char *category, const char *fault);
JsonNode *fettle_ctl_compensation_to_json (FettleCtl *ctl, gpointer record);
JsonNode *fettle_ctl_claim_to_json (FettleCtl *ctl, gpointer record);
void fettle_ctl_add_word (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job);
void fettle_ctl_add_forecast (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job);
void fettle_ctl_print_word (FettleCtl *ctl, FettleJob *job);

G_END_DECLS
