/* fettle-mail-link.h: a mail that is ready to be sent, as an address that a mail program opens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fettle_mail_link (const char *address, const char *subject, const char *body);

G_END_DECLS
