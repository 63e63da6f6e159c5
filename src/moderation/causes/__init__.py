"""Why a customer is unhappy: a negative review's words into subtypes of the policy's taxonomy.

A cause is never a ground for restricting a review. Which category a subtype belongs to in a region
is `Taxonomy.category`; rates and plots over causes live in `shop`.
"""

from moderation.causes.predict import CAUSES_VERSION, causes_id, predict

__all__ = ["CAUSES_VERSION", "causes_id", "predict"]
