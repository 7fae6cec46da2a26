/* fettle-setup-edit.h: changes of the shop's settings that do not overwrite what another desk has changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-store.h"

G_BEGIN_DECLS

/**
 * FettleSetupTopic:
 * @FETTLE_TOPIC_SHOP: #FettleServicePoint
 * @FETTLE_TOPIC_STAFF: #FettleStaff
 * @FETTLE_TOPIC_STAGE: #FettleStageStyle
 * @FETTLE_TOPIC_PAPER: #FettlePaperStyle
 * @FETTLE_TOPIC_WEEK: #FettleWeek
 * @FETTLE_TOPIC_DAY: #FettleClosedDay
 * @FETTLE_TOPIC_HOLIDAYS: #FettleSetting, the region; %NULL for none
 * @FETTLE_TOPIC_QUEUE_LIST: #FettleServiceClass
 * @FETTLE_TOPIC_QUEUE_RULES: #FettleQueueSettings
 * @FETTLE_TOPIC_PATIENCE: #FettlePatience
 * @FETTLE_TOPIC_PROMISE_KIND: #FettlePromiseKind
 * @FETTLE_TOPIC_PHRASE: #FettlePhrase; taken back, it is as it came with the program
 * @FETTLE_TOPIC_COMEBACK: #FettleSetting, days
 * @FETTLE_TOPIC_REPLY: #FettleSetting, working days
 * @FETTLE_TOPIC_LOGO: #FettleSetting, the PNG in Base64; %NULL for none
 *
 * What can be changed in the setup, and the record that it is.
 */
typedef enum
{
  FETTLE_TOPIC_SHOP,
  FETTLE_TOPIC_STAFF,
  FETTLE_TOPIC_STAGE,
  FETTLE_TOPIC_PAPER,
  FETTLE_TOPIC_WEEK,
  FETTLE_TOPIC_DAY,
  FETTLE_TOPIC_HOLIDAYS,
  FETTLE_TOPIC_QUEUE_LIST,
  FETTLE_TOPIC_QUEUE_RULES,
  FETTLE_TOPIC_PATIENCE,
  FETTLE_TOPIC_PROMISE_KIND,
  FETTLE_TOPIC_PHRASE,
  FETTLE_TOPIC_COMEBACK,
  FETTLE_TOPIC_REPLY,
  FETTLE_TOPIC_LOGO,
} FettleSetupTopic;
#define FETTLE_N_TOPICS (FETTLE_TOPIC_LOGO + 1)

#define FETTLE_TYPE_SETTING (fettle_setting_get_type ())
FETTLE_DECLARE_RECORD (FettleSetting, fettle_setting, FETTLE, SETTING)

/**
 * FettleSetting:
 * @value: as it is kept
 *
 * A setting that is one value.
 */
struct _FettleSetting
{
  FettleRecord parent_instance;
  char *value;
};

FettleSetting *fettle_setting_make (const char *value);

#define FETTLE_TYPE_WEEK (fettle_week_get_type ())
FETTLE_DECLARE_RECORD (FettleWeek, fettle_week, FETTLE, WEEK)

/* Behind the hours of a day that is open for reception only. */
#define FETTLE_WEEK_RECEPTION " reception"

/**
 * FettleWeek:
 * @days: hours of Monday to Sunday as people write them, with %FETTLE_WEEK_RECEPTION behind; "" is closed
 *
 * When the shop is open.
 */
struct _FettleWeek
{
  FettleRecord parent_instance;
  char *days[7];
};

FettleWeek *fettle_week_of_shop (FettleShop *shop);

/**
 * FettleSetupEditor:
 * @by: (nullable): who changes it
 * @desk: (nullable): where
 */
typedef struct
{
  const char *by;
  const char *desk;
} FettleSetupEditor;

gpointer fettle_setup_edit_load (FettleConnection *connection, FettleSetupTopic topic, gpointer like, GError **error);
gint64 fettle_setup_edit_save (FettleConnection *connection,
                               FettleSetupTopic topic,
                               gpointer record,
                               gpointer seen,
                               const FettleSetupEditor *editor,
                               GError **error);

G_END_DECLS
