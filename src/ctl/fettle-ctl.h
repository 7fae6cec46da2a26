/* fettle-ctl.h: what the commands of fettlectl share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "fettle-connection.h"
#include "fettle-document.h"
#include "fettle-job.h"
#include "fettle-language.h"
#include "fettle-period.h"
#include "fettle-setup-store.h"

G_BEGIN_DECLS

#define FETTLE_CTL_OK     0
#define FETTLE_CTL_FAILED 1
#define FETTLE_CTL_USAGE  2

/* What events say of where they were written. */
#define FETTLE_CTL_DESK "fettlectl"

/**
 * FettleCtl:
 * @db: the shop's file
 * @json: whether JSON Lines are wanted
 * @at: as typed after --at, or NULL
 * @connection: open once fettle_ctl_open() has succeeded
 * @shop: the settings, loaded with it
 * @calendar: of the shop, once somebody asked for it
 * @only_looks: whether the command changes nothing; at a time to come it must not leave anything behind
 */
typedef struct
{
  char *db;
  gboolean json;
  char *at;
  FettleConnection *connection;
  FettleShop *shop;
  GTimeZone *zone;
  FettleCalendar *calendar;
  gboolean only_looks;
} FettleCtl;

/**
 * FettleCommand:
 * @name: first word
 * @usage: the words after it
 * @what: one line on what it does
 * @run: gets the words after the name; returns the exit code
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *what;
  int (*run) (FettleCtl *ctl, int argc, char **argv);
} FettleCommand;

gboolean fettle_ctl_parse (FettleCtl *ctl,
                           const char *command,
                           const GOptionEntry *entries,
                           int *argc,
                           char ***argv,
                           int least,
                           int most);
gboolean fettle_ctl_open (FettleCtl *ctl, FettleOpenMode mode);
int fettle_ctl_run_verb (FettleCtl *ctl, const FettleCommand *verbs, guint n_verbs, int argc, char **argv);
int fettle_ctl_fail (GError *error);
int fettle_ctl_fail_text (const char *format, ...) G_GNUC_PRINTF (1, 2);
int fettle_ctl_misuse (const char *format, ...) G_GNUC_PRINTF (1, 2);
gint64 fettle_ctl_find_job (FettleCtl *ctl, const char *number);
gboolean fettle_ctl_read_id (const char *text, gint64 *id);
gboolean fettle_ctl_read_time (FettleCtl *ctl, const char *option, const char *text, gint64 *moment);
void fettle_ctl_print_json (JsonNode *node);
void fettle_ctl_print_object (JsonBuilder *builder);
gboolean fettle_ctl_check_output (const char *command, const char *output);
int fettle_ctl_draw_about (FettleCtl *ctl,
                           FettleDocumentKind kind,
                           const char *number,
                           gpointer subject,
                           const char *output);

void fettle_ctl_add_text (JsonBuilder *builder, const char *key, const char *text);
void fettle_ctl_add_moment (FettleCtl *ctl, JsonBuilder *builder, const char *key, gint64 moment);
void fettle_ctl_add_int (JsonBuilder *builder, const char *key, gint64 value);
void fettle_ctl_add_boolean (JsonBuilder *builder, const char *key, gboolean value);

gboolean fettle_ctl_read_period (const char *command, const char *from, const char *to, FettlePeriod *period);
int fettle_ctl_print_measures (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_export_events (FettleCtl *ctl, const char *output);
/* fettle-ctl-device-json.c */
void fettle_ctl_add_device (FettleCtl *ctl, JsonBuilder *builder, FettleJob *job);
void fettle_ctl_add_part (FettleCtl *ctl, JsonBuilder *builder, FettlePart *part);
void fettle_ctl_add_parcel (FettleCtl *ctl, JsonBuilder *builder, FettleParcel *parcel);
void fettle_ctl_add_term (JsonBuilder *builder, FettleTerm *term);
void fettle_ctl_print_device (FettleJob *job);

JsonNode *fettle_ctl_job_to_json (FettleCtl *ctl, FettleJob *job, gboolean whole);
JsonNode *fettle_ctl_contact_to_json (FettleCtl *ctl, FettleContact *contact);
JsonNode *fettle_ctl_cost_to_json (FettleCtl *ctl, FettleCost *cost);
JsonNode *fettle_ctl_need_to_json (FettleCtl *ctl, FettleNeed *need);
JsonNode *fettle_ctl_option_to_json (FettleCtl *ctl, FettleOption *option);
JsonNode *fettle_ctl_public_job_to_json (FettleCtl *ctl, FettleJob *job, FettleLanguage *language);
JsonNode *fettle_ctl_follow_up_to_json (FettleCtl *ctl, FettleFollowUp *follow_up);
JsonNode *fettle_ctl_leaks_to_json (FettleJob *job);
JsonNode *fettle_ctl_board_to_json (FettleCtl *ctl, GPtrArray *columns, gboolean public_only);

int fettle_ctl_init (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_intake (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_move (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_handover (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_show (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_jobs (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_print (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_board (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_import (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_export (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_measures (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_backup (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_restore (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_attention (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_snooze (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_check (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_absence (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_promise (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_commitment (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_compensation (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_claim (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_calendar (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_diagnose (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_measure (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_test (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_part (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_parcel (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_unit (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_due (FettleCtl *ctl, int argc, char **argv);

char *fettle_ctl_calendar_note (FettleCtl *ctl, FettleCalendar *calendar, gint64 day);
GStrv fettle_ctl_calendar_notes (FettleCtl *ctl, FettleCalendar *calendar, gint64 from, gint64 to);
int fettle_ctl_cost (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_customer (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_contact (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_expect (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_arrive (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_need (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_option (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_ticket (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_phrase (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_followup (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_suggestion (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_link (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_leak (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_recheck (FettleCtl *ctl, int argc, char **argv);
int fettle_ctl_feedback (FettleCtl *ctl, int argc, char **argv);

G_END_DECLS
