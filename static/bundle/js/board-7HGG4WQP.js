/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-3GU5QNJU.js";import"./board-M3V23OXG.js";import"./board-RG2FZXLZ.js";import"./board-QVS3TUGR.js";import"./board-OK73VCRR.js";import"./board-XMP4NRM4.js";export{a as Refusals};
