/* fettle-intake-draft.h: an intake form half filled in, as it stood.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-intake.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_DRAFT (fettle_intake_draft_get_type ())
FETTLE_DECLARE_RECORD (FettleIntakeDraft, fettle_intake_draft, FETTLE, INTAKE_DRAFT)

/**
 * FettleIntakeDraft:
 * @intake: what could be read from the form, with the ids of a known customer and unit
 * @need_by_typed: the entry's text, which may be no time yet
 * @due_typed: the entry's text, which may be no time yet
 *
 * What is kept of a form each second while somebody types.
 */
struct _FettleIntakeDraft
{
  FettleRecord parent_instance;
  FettleIntake *intake;
  char *need_by_typed;
  char *due_typed;
};

FettleIntakeDraft *fettle_intake_draft_from_json (const char *text, gssize length, GError **error);
char *fettle_intake_draft_to_json (FettleIntakeDraft *self);

G_END_DECLS
