/* fettle-demo-data.h: the people, things and faults of the demonstration shop. All of them are invented.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *phone;
  const char *email;
  const char *language;
} FettleDemoPerson;

typedef struct
{
  const char *category;
  const char *brand;
  const char *model;
  const char *serial;
  const char *accessories;
  const char *faults[4];
} FettleDemoThing;

extern const char *const fettle_demo_staff_names[];
extern const FettleDemoPerson fettle_demo_people[];
extern const guint fettle_demo_n_people;
extern const char *const fettle_demo_first_names[];
extern const guint fettle_demo_n_first_names;
extern const char *const fettle_demo_last_names[];
extern const guint fettle_demo_n_last_names;
extern const FettleDemoThing fettle_demo_things[];
extern const guint fettle_demo_n_things;

G_END_DECLS
