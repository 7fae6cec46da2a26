/* fettle-setup-group.c: what the groups of the setup place have in common.
 *
 * A group shows a part of the shop's settings. It follows what other desks change, except where the person has begun to
 * change something: then what they typed stays. How it is saved is the keepers' business. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-group.h"

typedef struct
{
  FettleDesk *desk;
  GCancellable *cancellable;
  gboolean is_filling;
  gboolean is_touched;
} FettleSetupGroupPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FettleSetupGroup, fettle_setup_group, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
  PROP_TOUCHED,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static FettleSetupGroupPrivate *
priv (FettleSetupGroup *self)
{
  return fettle_setup_group_get_instance_private (self);
}

static void
on_shop_changed (FettleDesk *desk, GParamSpec *pspec, FettleSetupGroup *self)
{
  if (!priv (self)->is_touched)
    fettle_setup_group_fill (self);
}

static void
fettle_setup_group_constructed (GObject *object)
{
  FettleSetupGroup *self = FETTLE_SETUP_GROUP (object);

  G_OBJECT_CLASS (fettle_setup_group_parent_class)->constructed (object);
  priv (self)->cancellable = g_cancellable_new ();
  if (priv (self)->desk == NULL)
    return;
  g_signal_connect_object (priv (self)->desk, "notify::shop", G_CALLBACK (on_shop_changed), self, 0);
  fettle_setup_group_fill (self);
}

static void
fettle_setup_group_dispose (GObject *object)
{
  FettleSetupGroup *self = FETTLE_SETUP_GROUP (object);

  g_cancellable_cancel (priv (self)->cancellable);
  g_clear_object (&priv (self)->cancellable);
  g_clear_object (&priv (self)->desk);
  G_OBJECT_CLASS (fettle_setup_group_parent_class)->dispose (object);
}

static void
fettle_setup_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FettleSetupGroup *self = FETTLE_SETUP_GROUP (object);

  switch (id)
    {
    case PROP_DESK:
      g_value_set_object (value, priv (self)->desk);
      break;
    case PROP_TOUCHED:
      g_value_set_boolean (value, priv (self)->is_touched);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fettle_setup_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleSetupGroup *self = FETTLE_SETUP_GROUP (object);

  switch (id)
    {
    case PROP_DESK:
      priv (self)->desk = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fettle_setup_group_class_init (FettleSetupGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = fettle_setup_group_constructed;
  object_class->dispose = fettle_setup_group_dispose;
  object_class->get_property = fettle_setup_group_get_property;
  object_class->set_property = fettle_setup_group_set_property;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* Whether something is typed and not saved; a template binds its Save to it. */
  properties[PROP_TOUCHED]
      = g_param_spec_boolean ("touched", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fettle_setup_group_init (FettleSetupGroup *self)
{
}

/**
 * fettle_setup_group_get_desk:
 */
FettleDesk *
fettle_setup_group_get_desk (FettleSetupGroup *self)
{
  return priv (self)->desk;
}

/**
 * fettle_setup_group_get_cancellable:
 *
 * Returns: cancelled when the group goes
 */
GCancellable *
fettle_setup_group_get_cancellable (FettleSetupGroup *self)
{
  return priv (self)->cancellable;
}

/**
 * fettle_setup_group_is_filling:
 *
 * Returns: whether a changed field was changed by the program and not by the person
 */
gboolean
fettle_setup_group_is_filling (FettleSetupGroup *self)
{
  return priv (self)->is_filling;
}

/**
 * fettle_setup_group_is_touched:
 */
gboolean
fettle_setup_group_is_touched (FettleSetupGroup *self)
{
  return priv (self)->is_touched;
}

/**
 * fettle_setup_group_set_touched:
 */
void
fettle_setup_group_set_touched (FettleSetupGroup *self, gboolean touched)
{
  if (priv (self)->is_touched == touched)
    return;
  priv (self)->is_touched = touched;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOUCHED]);
}

/**
 * fettle_setup_group_fill:
 *
 * Shows the shop as it is, whatever was typed.
 */
void
fettle_setup_group_fill (FettleSetupGroup *self)
{
  FettleShop *shop = priv (self)->desk != NULL ? fettle_desk_get_shop (priv (self)->desk) : NULL;

  if (shop == NULL)
    return;
  priv (self)->is_filling = TRUE;
  FETTLE_SETUP_GROUP_GET_CLASS (self)->show (self, shop);
  priv (self)->is_filling = FALSE;
  fettle_setup_group_set_touched (self, FALSE);
}

/**
 * fettle_setup_group_saved:
 *
 * Nothing of what was changed is on its way any more.
 */
void
fettle_setup_group_saved (FettleSetupGroup *self)
{
  if (FETTLE_SETUP_GROUP_GET_CLASS (self)->saved != NULL && priv (self)->desk != NULL)
    FETTLE_SETUP_GROUP_GET_CLASS (self)->saved (self);
}
