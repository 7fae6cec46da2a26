/* fettle-job-change.c: one change of one job: its transaction, its timeline, and who makes it.
 *
 * Every function of the store that writes to one job's timeline begins and ends here, so that none of them leaves an
 * event without its state, or a person off the list. On the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-change.h"

#include "fettle-plain-text.h"
#include "fettle-setup-store.h"

/**
 * fettle_job_change_begin:
 * @self: zeroed, or with a transaction that its caller has begun
 * @by: (nullable): who makes it; nobody where it is blank
 * @desk: (nullable): where
 * @at: moment of what is appended next; 0 is now
 *
 * Begins a transaction, unless there is one, and opens the job's timeline in it.
 *
 * Returns: %FALSE with an error; @self is to be cleared either way
 */
gboolean
fettle_job_change_begin (FettleJobChange *self,
                         FettleConnection *connection,
                         gint64 job_id,
                         const char *by,
                         const char *desk,
                         gint64 at,
                         GError **error)
{
  self->connection = connection;
  if (self->transaction == NULL)
    self->transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  if (self->transaction == NULL || (self->timeline = fettle_timeline_open (connection, job_id, error)) == NULL)
    return FALSE;
  if (!fettle_plain_text_is_blank (by) && (self->by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  fettle_timeline_set_author (self->timeline, self->by_id, desk, at);
  return TRUE;
}

/**
 * fettle_job_change_end:
 *
 * Writes what the events amount to into the job's row, and keeps all of it.
 */
gboolean
fettle_job_change_end (FettleJobChange *self, GError **error)
{
  return fettle_timeline_save (self->timeline, error) && fettle_transaction_commit (self->transaction, error);
}

/**
 * fettle_job_change_clear:
 *
 * Lets go of it; what was not ended did not happen.
 */
void
fettle_job_change_clear (FettleJobChange *self)
{
  g_clear_pointer (&self->timeline, fettle_timeline_free);
  g_clear_pointer (&self->transaction, fettle_transaction_free);
}
