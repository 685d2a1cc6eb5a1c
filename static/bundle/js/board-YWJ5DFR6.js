/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o}from"./board-6WJ7EXDX.js";import"./board-AE7U7RM5.js";import"./board-VT3H7VKE.js";import"./board-YGIQTPXL.js";import"./board-JQIWL4DN.js";export{o as Page};
