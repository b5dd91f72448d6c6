"""The claims as a static site: pages, feeds and data that refer to each other."""

from claim_tracker.render.publish.site.build import site
from claim_tracker.render.publish.site.frame import Extra

__all__ = ["Extra", "site"]
