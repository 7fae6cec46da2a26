/* fettle-desk-private.h: how the files of the desk send a request to the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"

G_BEGIN_DECLS

typedef enum
{
  FETTLE_ANSWER_RECORD,
  FETTLE_ANSWER_LIST,
  FETTLE_ANSWER_BYTES,
  FETTLE_ANSWER_PLAIN,
} FettleAnswerKind;

/* What a function on the store's thread needs to know; each uses the few fields that its question has. */
typedef struct
{
  gint64 id;
  gint64 other_id;
  gint64 moment;
  int number;
  gboolean flag;
  GObject *record;
  GObject *other_record;
  GPtrArray *list;
  GPtrArray *other_list;
  GStrv names;
  GBytes *bytes;
  GTimeZone *zone;
  char *text;
  char *other_text;
  char *third_text;
  char *by;
  char *desk;
} FettleRequest;

FettleRequest *fettle_request_new (FettleDesk *self);
void fettle_desk_take_shop (FettleDesk *self, FettleShop *shop);
void fettle_desk_ask (FettleDesk *self,
                      gboolean urgent,
                      FettleAnswerKind kind,
                      FettleStoreFunc func,
                      FettleRequest *request,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);

/* The head of a function that runs on the store's thread. */
#define FETTLE_DESK_FUNC(name)                                                                                         \
  static gpointer name (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)

G_END_DECLS
