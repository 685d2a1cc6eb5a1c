/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-YPV57KN5.js";import"./board-JMCX6MRF.js";import{x as o}from"./board-VT3H7VKE.js";import"./board-YGIQTPXL.js";import"./board-JQIWL4DN.js";export{o as Dialogs};
