#' The server that is asked: its root, such as http://127.0.0.1:4000.
#'
#' The option `tradegraph.url`, else the environment's TRADEGRAPH_URL, else this machine's port 4000.
tg_url <- function() {
  getOption("tradegraph.url", Sys.getenv("TRADEGRAPH_URL", "http://127.0.0.1:4000"))
}

#' Asks a question, and gives the answer's data as nested lists, as it came.
#'
#' What the server refuses is an error of class `tradegraph_error` with `code` and `path`; what it warns of is a warning of class `tradegraph_warning`. What may
#' pass (429, 502, 503, 504) is asked again, three times, after as long as the server says.
#'
#' @param query A GraphQL query.
#' @param variables A named list of its variables. A list of one value is `list("country:CN")`, not `"country:CN"`.
#' @param url The server's root.
tg_query <- function(query, variables = list(), url = tg_url()) {
  body <- list(query = query)
  if (length(variables) > 0) body$variables <- variables
  request <- httr2::request(paste0(sub("/+$", "", url), "/graphql"))
  request <- httr2::req_headers(request, accept = "application/graphql-response+json, application/json")
  request <- httr2::req_body_json(request, body, auto_unbox = TRUE, null = "null", digits = NA)
  request <- httr2::req_retry(request, max_tries = 4, is_transient = function(response) httr2::resp_status(response) %in% c(429, 502, 503, 504))
  # Errors of GraphQL come with statuses of their own, and say more than these.
  request <- httr2::req_error(request, is_error = function(response) FALSE)
  response <- httr2::req_perform(request)
  text <- httr2::resp_body_string(response)
  answer <- tryCatch(jsonlite::fromJSON(text, simplifyVector = FALSE), error = function(problem) NULL)
  if (!is.list(answer) || !any(c("data", "errors") %in% names(answer))) {
    status <- httr2::resp_status(response)
    tg_stop(sprintf("%s answered %d with what is no answer: %s", url, status, substr(text, 1, 200)), sprintf("HTTP_%d", status), character())
  }
  if (length(answer$errors) > 0) {
    first <- answer$errors[[1]]
    code <- if (is.null(first$extensions$code)) "UNKNOWN" else first$extensions$code
    tg_stop(sprintf("%s: %s", code, first$message), code, as.character(unlist(first$path)))
  }
  for (said in answer$extensions$warnings) {
    message <- sprintf("%s at %s: %s", said$code, paste(unlist(said$path), collapse = "."), said$message)
    warning(structure(class = c("tradegraph_warning", "warning", "condition"), list(message = message, call = NULL, code = said$code)))
  }
  answer$data
}

#' Asks for one list, and gives it as a data frame: a row for each entry, a column for each value.
#'
#' Columns are named by the way to a value (`headquarters.name`). A list inside an entry is a list in its column. Dates stay texts: they may be a month or a year.
#' A query that declares `$after: String`, gives it to its list and selects `pageInfo { hasNextPage endCursor }` is asked page by page to the end; of any other one page comes, and
#' a warning where its page info says that it goes on.
#'
#' @inheritParams tg_query
tg_frame <- function(query, variables = list(), url = tg_url()) {
  goes_on <- grepl("\\$after\\b", query)
  entries <- list()
  repeat {
    data <- tg_query(query, variables, url)
    if (length(data) != 1) stop("A frame has one list: ask for each in a query of its own.", call. = FALSE)
    found <- data[[1]]
    entries <- c(entries, tg_entries(found))
    info <- if (is.list(found)) found$pageInfo else NULL
    if (!isTRUE(info$hasNextPage)) break
    if (!goes_on || is.null(info$endCursor)) {
      warning(structure(class = c("tradegraph_warning", "warning", "condition"), list(
        message = sprintf("The list goes on behind %d entries: declare $after: String, write after: $after, and select pageInfo { hasNextPage endCursor }.", length(entries)),
        call = NULL, code = "MORE_PAGES"
      )))
      break
    }
    variables$after <- info$endCursor
  }
  tg_table(entries)
}

#' A node with what every node says of itself: its type, label, page, citation, and how many edges it has by the field that lists them. NULL where no node has the id.
#'
#' @param id Its id in full, such as "measure:cn-2025-announcement-18".
#' @inheritParams tg_query
tg_node <- function(id, url = tg_url()) {
  node <- tg_query(
    "query ($id: ID!) { node(id: $id) { type: __typename id label page citation neighbours(first: 1) { field totalCount } } }",
    list(id = id), url
  )$node
  if (is.null(node)) return(NULL)
  counts <- vapply(node$neighbours, function(group) as.integer(group$totalCount), integer(1))
  names(counts) <- vapply(node$neighbours, function(group) group$field, character(1))
  node$neighbours <- counts
  node
}

tg_stop <- function(message, code, path) {
  stop(structure(class = c("tradegraph_error", "error", "condition"), list(message = message, call = NULL, code = code, path = path)))
}

# The entries of what a root field answered: of a connection its nodes, or its edges; of a list its members; of one thing, itself.
tg_entries <- function(found) {
  if (is.null(found)) return(list())
  if (is.null(names(found))) return(Filter(Negate(is.null), found))
  for (key in c("nodes", "edges")) if (key %in% names(found)) return(Filter(Negate(is.null), found[[key]]))
  list(found)
}

# Entries as a frame: jsonlite makes columns of values and of objects, and lists of the rest.
tg_table <- function(entries) {
  if (length(entries) == 0) return(data.frame())
  text <- jsonlite::toJSON(entries, auto_unbox = TRUE, null = "null", digits = NA)
  frame <- jsonlite::fromJSON(text, flatten = TRUE)
  names(frame) <- gsub("(^|\\.)(nodes|edges|node)(?=\\.|$)", "", names(frame), perl = TRUE)
  names(frame) <- sub("^\\.", "", names(frame))
  for (name in names(frame)) {
    if (is.list(frame[[name]])) frame[[name]] <- lapply(frame[[name]], tg_plain)
  }
  frame
}

# A list inside an entry: the values alone where its entries have but one.
tg_plain <- function(value) {
  if (is.data.frame(value) && ncol(value) == 1) value[[1]] else value
}
