/* fettle-main.c: where the program begins.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-application.h"
#include "fettle-clock-file.h"
#include "fettle-language.h"

int
main (int argc, char **argv)
{
  g_autoptr (FettleApplication) application = NULL;

  /* GTK would set the locale anew, and fall back to English where it is not installed. */
  gtk_disable_setlocale ();
  fettle_language_begin ();
  fettle_clock_follow_environment ();
  g_set_application_name ("Fettle");

  application = fettle_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
