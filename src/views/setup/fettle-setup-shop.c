/* fettle-setup-shop.c: the shop itself: name, address, money, languages, logo, terms.
 *
 * One form, saved as a whole; only the logo is saved as soon as it is chosen. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-shop.h"

#include <glib/gi18n.h>

#include "fettle-choices.h"
#include "fettle-file-chooser.h"
#include "fettle-mistake.h"
#include "fettle-say.h"
#include "fettle-setup-keeper.h"

/* A logo is a few centimetres wide: more than this is not seen on paper. */
#define LARGEST_LOGO 1200

struct _FettleSetupShop
{
  FettleSetupGroup parent_instance;
  GtkWidget *name;
  GtkWidget *address;
  GtkWidget *phone;
  GtkWidget *email;
  GtkWidget *website;
  GtkWidget *registration;
  GtkWidget *timezone;
  GtkWidget *country;
  GtkWidget *currency;
  GtkWidget *language;
  GtkWidget *public_language;
  GtkWidget *status_address;
  GtkWidget *terms;
  GtkPicture *logo;
  GtkWidget *remove_logo;
  FettleSetupKeeper *keeper;
  FettleSetupKeeper *logo_keeper;
  char *logo_text; /* the PNG that is shown, in Base64; NULL for none */
};

G_DEFINE_FINAL_TYPE (FettleSetupShop, fettle_setup_shop, FETTLE_TYPE_SETUP_GROUP)

#define FIELD(name)                                                                                                    \
  {                                                                                                                    \
    G_STRUCT_OFFSET (FettleSetupShop, name), G_STRUCT_OFFSET (FettleServicePoint, name)                                \
  }

/* Which widget holds which field of the service point. */
static const struct
{
  gsize widget;
  gsize field;
} fields[] = {
  FIELD (name),     FIELD (address),      FIELD (phone),           FIELD (email),
  FIELD (website),  FIELD (registration), FIELD (timezone),        FIELD (country),
  FIELD (currency), FIELD (language),     FIELD (public_language), FIELD (status_address),
  FIELD (terms),
};

static char *
read_widget (GtkWidget *widget)
{
  g_autofree char *text = NULL;

  if (GTK_IS_DROP_DOWN (widget))
    return g_strdup (fettle_choices_selected (GTK_DROP_DOWN (widget)));
  if (GTK_IS_TEXT_VIEW (widget))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
  else
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
write_widget (GtkWidget *widget, const char *value)
{
  if (GTK_IS_DROP_DOWN (widget))
    fettle_choices_select (GTK_DROP_DOWN (widget), value);
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), value != NULL ? value : "", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), value != NULL ? value : "");
}

static void
show_form (gpointer owner, gpointer record)
{
  FettleSetupShop *self = owner;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    write_widget (G_STRUCT_MEMBER (GtkWidget *, self, fields[i].widget),
                  G_STRUCT_MEMBER (char *, record, fields[i].field));
  fettle_mistake_show (self->name, NULL);
  fettle_mistake_show (self->status_address, NULL);
}

static void
fettle_setup_shop_show (FettleSetupGroup *group, FettleShop *shop)
{
  fettle_setup_keeper_show (FETTLE_SETUP_SHOP (group)->keeper, shop->service_point);
}

static void
on_changed (FettleSetupShop *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);

  if (!fettle_setup_group_is_filling (group))
    fettle_setup_group_set_touched (group, TRUE);
}

static gpointer
read_form (gpointer owner, gpointer seen)
{
  FettleServicePoint *service_point = fettle_record_copy (seen);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char **field = &G_STRUCT_MEMBER (char *, service_point, fields[i].field);

      g_free (*field);
      *field = read_widget (G_STRUCT_MEMBER (GtkWidget *, owner, fields[i].widget));
    }
  return service_point;
}

static const FettleSetupForm shop_form = {
  .topic = FETTLE_TOPIC_SHOP,
  .has_save = TRUE,
  .read = read_form,
  .show = show_form,
};

static gboolean
find_mistakes (FettleSetupShop *self, FettleServicePoint *service_point)
{
  const char *address = service_point->status_address;
  gboolean is_address
      = address == NULL || g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://");

  fettle_mistake_show (self->name, service_point->name == NULL ? _ ("Please give the shop a name.") : NULL);
  fettle_mistake_show (self->status_address, is_address ? NULL : _ ("Please begin the address with https://."));
  if (service_point->name == NULL)
    gtk_widget_grab_focus (self->name);
  else if (!is_address)
    gtk_widget_grab_focus (self->status_address);
  return service_point->name == NULL || !is_address;
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleSetupShop *self = FETTLE_SETUP_SHOP (widget);
  gpointer seen = fettle_setup_keeper_get_seen (self->keeper);
  g_autoptr (FettleServicePoint) service_point = seen != NULL ? read_form (self, seen) : NULL;

  if (service_point != NULL && !find_mistakes (self, service_point))
    fettle_setup_keeper_save (self->keeper);
}

static gpointer
read_shown_logo (gpointer owner, gpointer seen)
{
  return fettle_setting_make (((FettleSetupShop *) owner)->logo_text);
}

static void
show_logo (gpointer owner, gpointer record)
{
  FettleSetupShop *self = owner;
  gsize size = 0;
  g_autofree char *text = g_strdup (((FettleSetting *) record)->value);
  guchar *data = text != NULL ? g_base64_decode (text, &size) : NULL;
  g_autoptr (GBytes) bytes = data != NULL ? g_bytes_new_take (data, size) : NULL;
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;

  g_free (self->logo_text);
  self->logo_text = g_steal_pointer (&text);
  gtk_picture_set_paintable (self->logo, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->logo), texture != NULL);
  gtk_widget_set_visible (self->remove_logo, texture != NULL);
}

static const FettleSetupForm logo_form = {
  .topic = FETTLE_TOPIC_LOGO,
  .read = read_shown_logo,
  .show = show_logo,
};

static void
on_logo_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupShop) self = user_data;
  g_autoptr (FettleSetting) logo = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (logo != NULL && self->logo_keeper != NULL)
    fettle_setup_keeper_show (self->logo_keeper, logo);
}

static void
keep_logo (FettleSetupShop *self, GBytes *bytes)
{
  g_autoptr (FettleSetting) logo = fettle_setting_new ();

  if (bytes != NULL)
    logo->value = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  show_logo (self, logo);
  fettle_setup_keeper_save (self->logo_keeper);
}

/* Whatever picture it was, a PNG of reasonable size is kept. */
static GBytes *
read_logo (const char *path, GError **error)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_file (path, error);
  g_autoptr (GdkPixbuf) small = NULL;
  int largest = picture != NULL ? MAX (gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture)) : 0;
  char *data = NULL;
  gsize size = 0;

  if (picture == NULL)
    return NULL;
  if (largest > LARGEST_LOGO)
    small = gdk_pixbuf_scale_simple (picture, MAX (1, gdk_pixbuf_get_width (picture) * LARGEST_LOGO / largest),
                                     MAX (1, gdk_pixbuf_get_height (picture) * LARGEST_LOGO / largest),
                                     GDK_INTERP_BILINEAR);
  if (!gdk_pixbuf_save_to_buffer (small != NULL ? small : picture, &data, &size, "png", error, NULL))
    return NULL;
  return g_bytes_new_take (data, size);
}

static void
on_logo_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupShop) self = user_data;
  g_autoptr (GFile) file = fettle_file_chooser_choose_finish (result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;
  bytes = read_logo (g_file_peek_path (file), &error);
  if (bytes != NULL)
    keep_logo (self, bytes);
  else
    fettle_say (GTK_WIDGET (self), _ ("This file is not a picture that can be printed. Please choose a PNG or JPEG."));
}

static void
on_choose_logo (FettleSetupShop *self)
{
  static const char *const pictures[] = { "*.png", "*.jpg", "*.jpeg", "*.svg", NULL };
  FettleFileWish wish = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = _ ("Choose the Shop’s Logo"),
    .filter_name = _ ("Pictures"),
    .patterns = pictures,
  };

  fettle_file_chooser_choose_async (GTK_WIDGET (self), &wish, NULL, on_logo_chosen, g_object_ref (self));
}

static void
on_remove_logo (FettleSetupShop *self)
{
  keep_logo (self, NULL);
}

static void
fettle_setup_shop_map (GtkWidget *widget)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (widget);

  GTK_WIDGET_CLASS (fettle_setup_shop_parent_class)->map (widget);
  if (fettle_setup_group_get_desk (group) != NULL)
    fettle_desk_load_setup_async (fettle_setup_group_get_desk (group), FETTLE_TOPIC_LOGO, NULL,
                                  fettle_setup_group_get_cancellable (group), on_logo_loaded, g_object_ref (widget));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, name);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, address);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, phone);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, email);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, website);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, registration);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, timezone);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, country);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, currency);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, language);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, public_language);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, status_address);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, terms);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, logo);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupShop, remove_logo);
}

static void
fettle_setup_shop_dispose (GObject *object)
{
  FettleSetupShop *self = FETTLE_SETUP_SHOP (object);

  g_clear_pointer (&self->keeper, fettle_setup_keeper_forget);
  g_clear_pointer (&self->logo_keeper, fettle_setup_keeper_forget);
  g_clear_pointer (&self->logo_text, g_free);
  G_OBJECT_CLASS (fettle_setup_shop_parent_class)->dispose (object);
}

static void
fettle_setup_shop_class_init (FettleSetupShopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_setup_shop_dispose;
  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_shop_show;
  widget_class->map = fettle_setup_shop_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-shop.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_logo);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_logo);
  gtk_widget_class_install_action (widget_class, "setup-shop.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "setup-shop.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "setup-shop.save", NULL);
}

static void
on_touched (FettleSetupShop *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "setup-shop.save",
                                 fettle_setup_group_is_touched (FETTLE_SETUP_GROUP (self)));
}

static void
fettle_setup_shop_init (FettleSetupShop *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &shop_form, self);
  self->logo_keeper = fettle_setup_keeper_new (FETTLE_SETUP_GROUP (self), &logo_form, self);
  fettle_choices_fill_zones (GTK_DROP_DOWN (self->timezone));
  fettle_choices_fill_countries (GTK_DROP_DOWN (self->country), _ ("Not named"));
  fettle_choices_fill_currencies (GTK_DROP_DOWN (self->currency));
  fettle_choices_fill_languages (GTK_DROP_DOWN (self->language), NULL);
  fettle_choices_fill_languages (GTK_DROP_DOWN (self->public_language), _ ("As on papers"));
  g_signal_connect (self, "notify::touched", G_CALLBACK (on_touched), NULL);
  on_touched (self);
}
