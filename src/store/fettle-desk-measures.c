/* fettle-desk-measures.c: what a window asks of the desk about measures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-measures.h"

#include "fettle-desk-private.h"

FETTLE_DESK_FUNC (do_save_rules)
{
  FettleRequest *request = data;
  FettleMeasureRules rules = { request->number, request->flag };

  return GSIZE_TO_POINTER ((gsize) (fettle_measures_store_save_rules (connection, rules, error) ? 1 : 0));
}

void
fettle_desk_save_measure_rules_async (FettleDesk *self, FettleMeasureRules rules, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->number = rules.fix_days;
  request->flag = rules.part_is_not_ours;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_rules, request, cancellable, callback, user_data);
}
