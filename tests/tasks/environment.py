"""A hub's settings as a worker finds them: in the environment."""

from hub.settings import Settings


def environment_of(settings: Settings) -> dict[str, str]:
    return {
        "HUB_GRAPH_URL": settings.graph_url,
        "HUB_GRAPH_USER": settings.graph_user,
        "HUB_GRAPH_PASSWORD": settings.graph_password,
        "HUB_REDIS_URL": settings.redis_url,
        "HUB_SECRET_KEY": settings.secret_key,
        "HUB_PUBLIC_BASE_URL": settings.public_base_url,
        "HUB_COOKIE_SECURE": "false",
    }
