/* fettle-mail-link.c: a mail that is ready to be sent, as an address that a mail program opens.
 *
 * By RFC 6068: everything but letters, digits and a few marks is escaped, and lines end in CR LF. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-mail-link.h"

#include <string.h>

static char *
escape (const char *text)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (lines, "\r\n");
    else if (*at != '\r')
      g_string_append_c (lines, *at);
  return g_uri_escape_string (lines->str, NULL, FALSE);
}

/**
 * fettle_mail_link:
 * @address: (nullable): to whom; %NULL leaves it to whoever sends it
 * @subject: (nullable):
 * @body: UTF-8
 *
 * Returns: (transfer full): a mailto: address
 */
char *
fettle_mail_link (const char *address, const char *subject, const char *body)
{
  /* The at sign stands for itself in an address, and in nothing else. */
  g_autofree char *to = g_uri_escape_string (address != NULL ? address : "", "@", FALSE);
  g_autofree char *about = escape (subject != NULL ? subject : "");
  g_autofree char *text = escape (body);

  return g_strdup_printf ("mailto:%s?%s%s%sbody=%s", to, *about != '\0' ? "subject=" : "", about,
                          *about != '\0' ? "&" : "", text);
}
