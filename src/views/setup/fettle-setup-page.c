/* fettle-setup-page.c: the setup place: the shop, its hours, people, promises, stages, papers and backups.
 *
 * It only holds the groups; each is a file of its own and knows how it is saved. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-page.h"

#include <glib/gi18n.h>

#include "fettle-setup-absences.h"
#include "fettle-setup-after.h"
#include "fettle-setup-backup.h"
#include "fettle-setup-customers.h"
#include "fettle-setup-holidays.h"
#include "fettle-setup-hours.h"
#include "fettle-setup-papers.h"
#include "fettle-setup-patience.h"
#include "fettle-setup-promises.h"
#include "fettle-setup-phrases.h"
#include "fettle-setup-queue.h"
#include "fettle-setup-shop.h"
#include "fettle-setup-staff.h"
#include "fettle-setup-stages.h"
#include "fettle-stack-sight.h"
#include "fettle-wrap-layout.h"

struct _FettleSetupPage
{
  AdwBin parent_instance;
  GtkStackSwitcher *switcher;
  GtkStack *groups;
  FettleDesk *desk;
};

G_DEFINE_FINAL_TYPE (FettleSetupPage, fettle_setup_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static const struct
{
  const char *name;
  const char *title;
  GType (*type) (void);
  GType (*more) (void); /* what stands below it */
} groups[] = {
  { "shop", NC_ ("setup", "Shop"), fettle_setup_shop_get_type },
  { "hours", NC_ ("setup", "Opening Hours"), fettle_setup_hours_get_type, fettle_setup_holidays_get_type },
  { "staff", NC_ ("setup", "Staff"), fettle_setup_staff_get_type, fettle_setup_absences_get_type },
  { "promises", NC_ ("setup", "Promises"), fettle_setup_promises_get_type },
  { "after", NC_ ("setup", "Follow-ups"), fettle_setup_after_get_type },
  { "queue", NC_ ("setup", "Queue"), fettle_setup_queue_get_type },
  { "customers", NC_ ("setup", "Customers"), fettle_setup_customers_get_type },
  { "stages", NC_ ("setup", "Stages"), fettle_setup_stages_get_type, fettle_setup_patience_get_type },
  { "words", NC_ ("setup", "Words"), fettle_setup_phrases_get_type },
  { "papers", NC_ ("setup", "Papers"), fettle_setup_papers_get_type },
  { "backup", NC_ ("setup", "Backup and Desk"), fettle_setup_backup_get_type },
};

static GtkWidget *
make_group (FettleSetupPage *self, guint i)
{
  GtkWidget *box = NULL;

  if (groups[i].more == NULL)
    return g_object_new (groups[i].type (), "desk", self->desk, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), g_object_new (groups[i].type (), "desk", self->desk, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (groups[i].more (), "desk", self->desk, NULL));
  return box;
}

static GtkWidget *
wrap (GtkWidget *group)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (group, "fettle-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), group);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
fettle_setup_page_constructed (GObject *object)
{
  FettleSetupPage *self = FETTLE_SETUP_PAGE (object);

  G_OBJECT_CLASS (fettle_setup_page_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_stack_add_titled (self->groups, wrap (make_group (self, i)), groups[i].name,
                          g_dpgettext2 (NULL, "setup", groups[i].title));
}

static void
fettle_setup_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleSetupPage *self = FETTLE_SETUP_PAGE (object);

  switch (id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fettle_setup_page_dispose (GObject *object)
{
  FettleSetupPage *self = FETTLE_SETUP_PAGE (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_setup_page_parent_class)->dispose (object);
}

static void
fettle_setup_page_class_init (FettleSetupPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fettle_setup_page_constructed;
  object_class->set_property = fettle_setup_page_set_property;
  object_class->dispose = fettle_setup_page_dispose;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPage, groups);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupPage, switcher);
}

static void
fettle_setup_page_init (FettleSetupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Each as wide as its word, and in several lines where one is not enough: no group is out of sight. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->switcher), "linked");
  gtk_widget_set_layout_manager (GTK_WIDGET (self->switcher), fettle_wrap_layout_new (4, 4));
  fettle_stack_sight_follow (self->groups);
}

/**
 * fettle_setup_page_new:
 */
GtkWidget *
fettle_setup_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_SETUP_PAGE, "desk", desk, NULL);
}
