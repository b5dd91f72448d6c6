"""The claims as a static site: pages, feeds and data that refer to each other."""

from claim_tracker.render.publish.site.build import site_files

__all__ = ["site_files"]
