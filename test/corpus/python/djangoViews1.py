from django.shortcuts import render
from django.urls import path

from . import views

TEMPLATE = "shop/detail.html"
LOGIN_URL = "accounts/login"
MEDIA_ROOT = "var/media"
TIME_ZONE = "America/New_York"
AUTH_USER_MODEL = "users.User"

urlpatterns = [
    path("shop/cart", views.cart),
    path("shop/checkout", views.checkout),
]


def cart(request):
    return render(request, "shop/cart.html", {"currency": "USD/EUR"})
