"""Where records are kept between stages: the only package that may hold SQL."""
